const targets = new WeakMap<HTMLElement, HTMLElement>()

/** The control inside a built-in component is what a screen reader meets: aria goes there. */
export function setAriaTarget(host: HTMLElement, control: HTMLElement): void {
  targets.set(host, control)
}

/** `aria-role`, `aria-label` … of WXML as the DOM's own attributes. */
export function mirrorAria(host: HTMLElement, property: string, value: unknown): void {
  const element = targets.get(host) ?? host
  const attribute = property === 'ariaRole' ? 'role' : `aria-${property.slice(4).toLowerCase()}`
  const text = plainText(value)
  if (text === '') element.removeAttribute(attribute)
  else element.setAttribute(attribute, text)
  if (attribute === 'aria-label' && element instanceof HTMLImageElement) element.alt = text
}

/** A value as an attribute; objects have no place in one. */
export function plainText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : ''
}
