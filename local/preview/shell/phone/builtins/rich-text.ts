import { builtIn } from './define'

interface RichNode {
  type?: string
  name?: string
  text?: string
  attrs?: Record<string, string>
  children?: RichNode[]
}

/** Markup from data, without anything that runs: WeChat drops scripts and handlers as well. */
export const richText = builtIn(
  'rich-text',
  { nodes: null, space: String, userSelect: Boolean },
  ({ element, props }) => ({
    update() {
      const { nodes } = props
      element.replaceChildren(
        ...(typeof nodes === 'string' ? parsed(nodes) : built((nodes ?? []) as RichNode[])),
      )
    },
  }),
)

function parsed(html: string): Node[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  for (const each of body.querySelectorAll('*')) {
    if (/^(script|style|iframe|object|link|meta|form|input|button)$/i.test(each.tagName)) {
      each.remove()
      continue
    }
    for (const { name, value } of [...each.attributes]) {
      if (name.startsWith('on') || /^\s*javascript:/i.test(value)) each.removeAttribute(name)
    }
    if (each instanceof HTMLAnchorElement) each.removeAttribute('href')
  }
  return [...body.childNodes]
}

function built(nodes: RichNode[]): Node[] {
  return nodes.map(({ type, name = 'div', text = '', attrs = {}, children = [] }) => {
    if (type === 'text') return document.createTextNode(text)
    const element = document.createElement(/^[a-z][a-z0-9]*$/.test(name) ? name : 'div')
    for (const attribute of ['class', 'style', 'src', 'alt', 'width', 'height', 'colspan']) {
      const value = attrs[attribute]
      if (value !== undefined) element.setAttribute(attribute, value)
    }
    element.append(...built(children))
    return element
  })
}
