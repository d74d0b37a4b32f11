import { CurrentWindowBackendContext, type GeneralComponent } from 'glass-easel'
import { BUILT_IN_TAGS } from '../../../compile/built-in-tags'
import { makeTappable } from './keyboard'

type Renderer = Parameters<CurrentWindowBackendContext['associateValue']>

/** Only these come from the DOM; every other event is fired by a built-in component itself. */
const DOM_EVENTS = new Set([
  'touchstart',
  'touchmove',
  'touchend',
  'touchcancel',
  'transitionend',
  'animationstart',
  'animationiteration',
  'animationend',
])

/** glass-easel's DOM backend with the phone's ways: tags, style sheets per page, events. */
export class PhoneBackend extends CurrentWindowBackendContext {
  private readonly styleTexts = new Map<string, string>()
  private collecting: string[] = []

  override document = {
    // `<button>` or `<form>` must not become HTML's own control of that name
    createElement: (tag: string) => document.createElement(domTagOf(tag)),
    createTextNode: (text: string) => document.createTextNode(text),
    createDocumentFragment: () => document.createDocumentFragment(),
  } as unknown as CurrentWindowBackendContext['document']

  override registerStyleSheetContent(path: string, content: unknown): void {
    this.styleTexts.set(path, String(content))
  }

  /** Styles belong to a page, as in WeChat, where each page is a view of its own. */
  override appendStyleSheetPath(path: string): number {
    this.collecting.push(path)
    return 0
  }

  /** Runs `create` and tells which style sheets the created tree asked for, in order. */
  collectStyles<T>(create: () => T): { result: T; styles: string[] } {
    this.collecting = []
    const result = create()
    return { result, styles: this.collecting }
  }

  styleText(path: string): string {
    return this.styleTexts.get(path) ?? ''
  }

  override setListenerStats(
    ...[element, type, capture, level]: Parameters<CurrentWindowBackendContext['setListenerStats']>
  ): void {
    if (type === 'tap') makeTappable(element as unknown as HTMLElement)
    if (DOM_EVENTS.has(type)) super.setListenerStats(element, type, capture, level)
  }

  /** The component's path on its element: `:host` selects it, and a person reading the DOM too. */
  override associateValue(...[element, value]: Renderer): void {
    super.associateValue(element, value)
    const tag = (element as unknown as HTMLElement).tagName
    const path = (value as unknown as GeneralComponent).is
    if (path && !tag.startsWith('WX-')) element.setAttribute('is', path)
  }

  override getContext(element: Renderer[0], done: (context: unknown) => void): void {
    const holder = element as unknown as HTMLElement
    done(holder.querySelector(':scope > canvas') ?? holder)
  }
}

function domTagOf(tag: string): string {
  return BUILT_IN_TAGS.has(tag) || tag === 'page' ? `wx-${tag}` : tag
}
