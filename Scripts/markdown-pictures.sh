#!/bin/sh
# Makes the pictures in docs/markdown.md: builds a site around docs/pictures/markdown.md and takes each container on it.
# Needs a built gongkai (GONGKAI, .build/release/gongkai otherwise) and what screenshots.py needs.
set -eu
cd "$(dirname "$0")/.."
site=$(mktemp -d)
trap 'rm -rf "$site"' EXIT
mkdir -p "$site/content/catalog/sample" "$site/content/guide"
cp docs/pictures/markdown.md "$site/content/catalog/sample/index.md"
cp docs/pictures/chart.svg "$site/content/catalog/sample/"
printf '日期,活动\n5月20日,开幕\n' >"$site/content/catalog/sample/schedule.csv"
printf '姓名,单位\n' >"$site/content/catalog/sample/form.csv"
printf -- '---\n标题: 政府信息公开指南\n---\n' >"$site/content/guide/index.md"
cat >"$site/site.yml" <<'SITE'
网站名称: 示例局
网址: https://www.example.gov.cn/
主办机构: 示例局
发布机构: [{代码: slj, 名称: 示例局}]
SITE
"${GONGKAI:-.build/release/gongkai}" build --quiet --source "$site" --output "$site/public"
python3 Scripts/screenshots.py "$site/public" d/000000000-2017-00001.html --out docs/pictures \
  --element official-document=.official-document --element note=.note --element tip=.tip \
  --element important=.important --element warning=.warning --element attachments=.attachments \
  --element figure=figure --element table=table --element footnotes=.footnotes
