"""The Debian package is built, installed into a system of its own, run and removed."""
import os
import subprocess

from conftest import REPOSITORY


def test_install_run_remove(program, tmp_path):
    built = subprocess.run(
        [REPOSITORY / "packaging/build-deb.sh", program, tmp_path], check=True, capture_output=True, text=True)
    package = built.stdout.strip()
    fields = subprocess.run(["dpkg-deb", "--field", package], check=True, capture_output=True, text=True).stdout
    version = subprocess.run([program, "--version"], check=True, capture_output=True, text=True).stdout.split()[-1]
    assert f"Version: {version}\n" in fields

    root = tmp_path / "root"
    for folder in ["var/lib/dpkg/updates", "var/lib/dpkg/info"]:
        (root / folder).mkdir(parents=True)
    (root / "var/lib/dpkg/status").touch()

    def dpkg(*arguments):
        # The root has nothing that packages depend on, and this user may not be its root.
        subprocess.run(
            ["dpkg", f"--root={root}", "--force-depends", "--force-not-root", "--force-script-chrootless", *arguments],
            check=True, capture_output=True)

    dpkg("--install", package)
    installed = root / "usr/bin/gongkai"
    site = tmp_path / "site"
    subprocess.run([installed, "init", site, "--name", "示例局"], check=True, capture_output=True)
    subprocess.run([installed, "build", "--source", site, "--quiet"], check=True, capture_output=True)
    assert (site / "public/index.html").exists()
    assert os.access(root / "usr/share/doc/gongkai/examples/nginx.conf", os.R_OK)
    assert "gongkai" in (root / "usr/share/bash-completion/completions/gongkai").read_text(encoding="utf-8")

    dpkg("--remove", "gongkai")
    assert not installed.exists()
