import { Component, DataGroup, Element as ComponentNode } from 'glass-easel'
import { convertUnits } from '../../../compile/units'
import { mirrorAria, plainText } from './aria'
import { pageTop } from './page-origin'
import { patch } from './patch'

/**
 * What WeChat's own runtime adds to glass-easel. These patch its prototypes, which is why the
 * package versions are pinned exactly.
 */
export function installComponentShims(): void {
  fireReadyAfterAttach()
  convertInlineUnits()
  showIdInDom()
  showDatasetInDom()
  acceptAriaEverywhere()
  measureFromPage()
}

interface Lifecycle {
  triggerLifetime(name: string, args: unknown[]): void
}

/** `ready` is left to the host: once per component, children first, after the batch is attached. */
function fireReadyAfterAttach(): void {
  const attached = new WeakSet<object>()
  let waiting: Lifecycle[] = []
  patch(Component.prototype as unknown as Lifecycle, 'triggerLifetime', (original) => {
    const fireReady = (): void => {
      const batch = waiting
      waiting = []
      for (const component of batch.reverse()) original.call(component, 'ready', [])
    }
    return function (this: Lifecycle, name, args) {
      original.call(this, name, args)
      if (name !== 'attached' || attached.has(this)) return
      attached.add(this)
      if (waiting.length === 0) setTimeout(fireReady)
      waiting.push(this)
    }
  })
}

function convertInlineUnits(): void {
  patch(ComponentNode.prototype, 'setNodeStyle', (original) => {
    return function (this: ComponentNode, style, segment) {
      original.call(this, typeof style === 'string' ? convertUnits(style) : style, segment)
    }
  })
}

function elementOf(node: ComponentNode): HTMLElement | null {
  const element: unknown = node.getBackendElement()
  return element instanceof HTMLElement ? element : null
}

function showIdInDom(): void {
  const original = Object.getOwnPropertyDescriptor(ComponentNode.prototype, 'id')
  Object.defineProperty(ComponentNode.prototype, 'id', {
    ...original,
    set(this: ComponentNode, id: string) {
      original?.set?.call(this, id)
      const element = elementOf(this)
      if (element && id) element.id = id
    },
  })
}

/** `data-*` as attributes: tests and people can find an element by them. */
function showDatasetInDom(): void {
  patch(ComponentNode.prototype, 'setDataset', (original) => {
    return function (this: ComponentNode, name, value: unknown) {
      original.call(this, name, value)
      if (typeof value !== 'object') {
        const attribute = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
        elementOf(this)?.setAttribute(`data-${attribute}`, plainText(value))
      }
    }
  })
}

interface PropertyHolder {
  _$comp: ComponentNode | null
  replaceProperty(name: string, value: unknown): boolean
}

/** WeChat takes `aria-*` and `hidden` on every component, declared or not. */
function acceptAriaEverywhere(): void {
  patch(DataGroup.prototype as unknown as PropertyHolder, 'replaceProperty', (original) => {
    return function (this: PropertyHolder, name, value) {
      if (original.call(this, name, value)) return true
      const element = this._$comp && elementOf(this._$comp)
      if (name === 'hidden') element?.toggleAttribute('hidden', Boolean(value))
      else if (!name.startsWith('aria')) return false
      else if (element) mirrorAria(element, name, value)
      return true
    }
  })
}

function measureFromPage(): void {
  patch(ComponentNode.prototype, 'getBoundingClientRect', (original) => {
    return function (this: ComponentNode, done) {
      original.call(this, ({ left, top, width, height }) => {
        done({ left, top: top - pageTop(), width, height })
      })
    }
  })
}
