type Attributes = Record<string, string | boolean | undefined>

/** A DOM element in one line; `true` sets an empty attribute, `false` and `undefined` none. */
export function dom<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue
    element.setAttribute(name, value === true ? '' : value)
  }
  element.append(...children)
  return element
}

/** A plain button; `type` keeps it from submitting anything. */
export function button(
  text: string,
  onClick: () => void,
  attributes: Attributes = {},
): HTMLButtonElement {
  const element = dom('button', { type: 'button', ...attributes }, text)
  element.addEventListener('click', onClick)
  return element
}
