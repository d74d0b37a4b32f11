import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import postcss, { type Root } from 'postcss'

const ICON_RULE = /t-icon-([a-z0-9-]+?)::?before/

const DRAWN = [
  "content:''",
  'display:inline-block',
  'width:1em',
  'height:1em',
  'background:currentColor',
  '-webkit-mask:center/contain no-repeat',
].join(';')

/**
 * TDesign's icon font comes from a CDN, which a laptop without network cannot reach: draw the
 * same icons from `tdesign-icons-svg` as masks, so that `color` still works.
 */
export function drawIconsFromFiles(root: Root): void {
  root.walkAtRules('font-face', (rule) => {
    if (rule.toString().includes('tdesign.gtimg')) rule.remove()
  })
  const selectors: string[] = []
  root.walkRules(ICON_RULE, (rule) => {
    const name = ICON_RULE.exec(rule.selector)?.[1] ?? ''
    selectors.push(rule.selector)
    rule.removeAll()
    rule.append(postcss.decl({ prop: '-webkit-mask-image', value: `url(icons/${name}.svg)` }))
  })
  if (selectors.length > 0) root.prepend(`${selectors.join(',')}{${DRAWN}}`)
}

/** Puts the icon files beside the site, once: 2,000 files would cost every build 0.3 s. */
export function copyIconFiles(out: string): void {
  const packageFile = createRequire(join(process.cwd(), 'package.json')).resolve(
    'tdesign-icons-svg/package.json',
  )
  const target = join(out, 'icons')
  if (existsSync(join(target, 'package.json'))) return
  const source = join(dirname(packageFile), 'src')
  mkdirSync(target, { recursive: true })
  for (const name of readdirSync(source).filter((file) => file.endsWith('.svg'))) {
    const svg = readFileSync(join(source, name), 'utf8').replace('view-box', 'viewBox')
    writeFileSync(join(target, name), svg)
  }
  copyFileSync(packageFile, join(target, 'package.json'))
}
