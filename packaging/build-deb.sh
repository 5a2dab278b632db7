#!/bin/sh
# packaging/build-deb.sh 程序 输出文件夹：把程序装成 Debian 软件包，打印它的路径。
set -eu
program=$(realpath "$1")
output=$2
here=$(cd "$(dirname "$0")" && pwd)
version=$("$program" --version | sed 's/^gongkai //')
architecture=$(dpkg --print-architecture)
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT

install -D -m 755 "$program" "$tree/usr/bin/gongkai"
install -D -m 644 "$here/nginx.conf" "$tree/usr/share/doc/gongkai/examples/nginx.conf"
install -D -m 644 "$here/../LICENSE" "$tree/usr/share/doc/gongkai/copyright"
cat "$here/../NOTICE" >> "$tree/usr/share/doc/gongkai/copyright"
install -d "$tree/usr/share/bash-completion/completions"
"$program" --generate-completion-script bash > "$tree/usr/share/bash-completion/completions/gongkai"

size=$(du -sk "$tree" | cut -f1)
install -d "$tree/DEBIAN"
cat > "$tree/DEBIAN/control" <<CONTROL
Package: gongkai
Version: $version
Architecture: $architecture
Maintainer: gongkai
Installed-Size: $size
Depends: libc6, libstdc++6
Recommends: pandoc, poppler-utils, rsync
Section: web
Priority: optional
Description: 政府信息公开静态网站生成器
 把 Markdown 写的公开指南、制度、目录条目和年度报告检查之后，
 生成不依赖服务器程序的静态网站。
CONTROL
chmod -R u=rwX,go=rX "$tree"
mkdir -p "$output"
package="$output/gongkai_${version}_$architecture.deb"
dpkg-deb --root-owner-group --build "$tree" "$package" > /dev/null
echo "$package"
