import { BUILT_IN_TAGS, TEMPLATE_TAGS } from './built-in-tags'
import { positionAt, type Warn } from './compile-warning'

/** An opening tag with its attributes, so that a `<` in a value is not taken for another. */
const TAG = /<([A-Za-z][\w-]*)(?:[^"'>]|"[^"]*"|'[^']*')*>/g

const blank = (text: string): string => text.replace(/[^\n]/g, ' ')

/**
 * Tags that are neither built in nor declared in `usingComponents`: WeChat draws nothing for
 * them, a browser would happily draw a `div`.
 */
export function warnUnknownTags(
  file: string,
  wxml: string,
  declared: ReadonlySet<string>,
  warn: Warn,
): void {
  const markup = wxml
    .replace(/<!--[\s\S]*?-->/g, blank)
    .replace(/<wxs\b[^>]*>[\s\S]*?<\/wxs>/g, blank)
    .replace(/\{\{[\s\S]*?\}\}/g, blank)
  for (const match of markup.matchAll(TAG)) {
    const tag = match[1] ?? ''
    if (BUILT_IN_TAGS.has(tag) || TEMPLATE_TAGS.has(tag) || declared.has(tag)) continue
    warn({
      file,
      ...positionAt(wxml, match.index),
      message: `<${tag}> is neither built in nor in usingComponents`,
    })
  }
}
