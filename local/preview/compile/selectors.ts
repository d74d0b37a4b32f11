import selectorParser from 'postcss-selector-parser'
import { BUILT_IN_TAGS } from './built-in-tags'

/** Whose style a selector belongs to. */
export interface StyleOwner {
  /** Path of the component, which `:host` stands for. */
  path: string
  /** Prefix for class names; empty for pages and components that share their styles. */
  scope: string
}

/** Built-in tags get their `wx-` prefix, classes their scope, `:host` the component's element. */
export function rewriteSelector(selector: string, { path, scope }: StyleOwner): string {
  return selectorParser((root) => {
    root.walkTags((tag) => {
      if (BUILT_IN_TAGS.has(tag.value) || tag.value === 'page') tag.value = `wx-${tag.value}`
    })
    root.walkPseudos((pseudo) => {
      if (pseudo.value !== ':host') return
      pseudo.replaceWith(
        selectorParser.attribute({
          attribute: 'is',
          operator: '=',
          value: path,
          quoteMark: '"',
          raws: { value: `"${path}"` },
        }),
      )
    })
    if (scope === '') return
    root.walkClasses((name) => {
      name.value = `${scope}--${name.value}`
    })
  }).processSync(selector)
}
