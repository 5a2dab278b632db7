"""One page of each kind that a built site has; a new kind of page is tested once it is named here."""

FIXED = {
    "home": "index.html",
    "guide": "guide/index.html",
    "rules": "rules/index.html",
    "catalog": "catalog/index.html",
    "reports": "reports/index.html",
    "apply": "apply/index.html",
    "search": "search/index.html",
    "updates": "updates.html",
    "repealed": "repealed/index.html",
    "assessment": "assessment/index.html",
    "data": "data/index.html",
    "application-form": "apply/form.html",
    "site-map": "sitemap.html",
    "not-found": "404.html",
}

# The first page that has all the marks: what a kind of page looks like at its fullest.
EXAMPLES = {
    "rule": ("rules/*.html", []),
    "document": ("d/*.html", ['class="attached"', 'class="related"', 'class="history"']),
    "repealed-document": ("d/*.html", ['class="status ended"']),
    "listed-document": ("d/*.html", ["怎样申请"]),
    "list": ("catalog/theme/*/index.html", []),
    "report": ("reports/[0-9]*.html", []),
    "plain-page": ("pages/*.html", []),
}


# Of the sites built beside it: one of several organs (county/), and the site in the plain theme.
BESIDE = {
    "organ-home": "../county-site/kjj/index.html",
    "report-statistics": "../county-site/kjj/reports/2022.html",
    "comparison": "../county-site/kjj/reports/compare.html",
    "plain-home": "../plain-site/index.html",
    "plain-list": "../plain-site/catalog/index.html",
    "plain-document": "../plain-site/d/000000000-2019-00001.html",
}


def page_kinds(site):
    """The path of a page by the name of its kind."""
    found = {kind: path for kind, path in (FIXED | BESIDE).items() if (site / path).is_file()}
    for kind, (pattern, marks) in EXAMPLES.items():
        pages = (page for page in sorted(site.glob(pattern)) if page.stem != "index" or "*/index" in pattern)
        example = next((page for page in pages if all(mark in page.read_text("utf-8") for mark in marks)), None)
        if example:
            found[kind] = example.relative_to(site).as_posix()
    return found
