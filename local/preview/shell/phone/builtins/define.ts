import type { ComponentSpace, GeneralComponent } from 'glass-easel'
import { setAriaTarget } from '../engine/aria'
import { addHover } from './hover'

type Kind = StringConstructor | NumberConstructor | BooleanConstructor | null
type WithDefault = {
  type: StringConstructor | NumberConstructor | BooleanConstructor
  value: unknown
}
export type Properties = Record<string, Kind | WithDefault>

type ValueOfKind<K> = K extends StringConstructor
  ? string
  : K extends NumberConstructor
    ? number
    : K extends BooleanConstructor
      ? boolean
      : unknown
type ValueOf<D> = D extends { type: infer K } ? ValueOfKind<K> : ValueOfKind<D>
export type Values<P extends Properties> = { [N in keyof P]: ValueOf<P[N]> }

/** A live built-in component, as its own code sees it. */
export interface BuiltInNode<P extends Properties = Properties> {
  element: HTMLElement
  component: GeneralComponent
  /** The current property values. */
  readonly props: Values<P>
  /** Fires an event of the component; WeChat's control events do not bubble. */
  fire(name: string, detail?: object, bubbles?: boolean): void
  /** Changes a property from inside, which `model:value` passes on to the page. */
  set(name: keyof P & string, value: unknown): void
  /** Adds or removes a class in the page's own style scope. */
  toggleClass(name: string, on: boolean): void
}

/** What a built-in component does, beyond being an element with children. */
export interface BuiltInParts {
  /** Called when attached and after each change of a property. */
  update?(): void
  detached?(): void
  /** The control inside, which gets the aria attributes. */
  control?: HTMLElement
  /** What a form reads and resets. */
  value?(): unknown
  reset?(): void
  /** What a tap on its label does. */
  activate?(): void
}

export interface BuiltIn {
  name: string
  properties: Properties
  setup: (node: BuiltInNode) => BuiltInParts | undefined
}

/** Describes one built-in component; its properties give `node.props` their types. */
export function builtIn<P extends Properties>(
  name: string,
  properties: P,
  setup: (node: BuiltInNode<P>) => BuiltInParts | undefined = () => undefined,
): BuiltIn {
  return { name, properties, setup: setup as unknown as BuiltIn['setup'] }
}

export interface LiveBuiltIn extends BuiltInParts {
  name: string
  node: BuiltInNode
}

const live = new WeakMap<Element, LiveBuiltIn>()

/** The built-in component behind an element such as `<wx-input>`. */
export const builtInOf = (element: Element): LiveBuiltIn | undefined => live.get(element)

const COMMON: Properties = {
  hidden: Boolean,
  hoverClass: String,
  hoverStopPropagation: Boolean,
  hoverStartTime: { type: Number, value: 50 },
  hoverStayTime: { type: Number, value: 400 },
}

export function registerBuiltIns(
  global: ComponentSpace,
  main: ComponentSpace,
  builtIns: BuiltIn[],
): void {
  for (const definition of builtIns) register(global, main, definition)
}

/** The few methods of glass-easel's builder that are used, without its inference of types. */
interface Builder {
  property(name: string, definition: { type: Kind; value?: unknown }): Builder
  observer(names: string[], listener: (this: GeneralComponent) => void): Builder
  lifetime(name: string, listener: (this: GeneralComponent) => void): Builder
  registerComponent(): Parameters<ComponentSpace['setGlobalUsingComponent']>[1]
}

function register(global: ComponentSpace, main: ComponentSpace, definition: BuiltIn): void {
  const properties: Properties = { ...COMMON, ...definition.properties }
  const builder = global.define(definition.name) as unknown as Builder
  for (const [name, kind] of Object.entries(properties)) {
    const typed = kind !== null && typeof kind === 'object' ? kind : { type: kind }
    builder.property(name, typed)
  }
  const update = (component: GeneralComponent): void => {
    const element = elementOf(component)
    element.toggleAttribute('hidden', Boolean((component.data as { hidden?: boolean }).hidden))
    live.get(element)?.update?.()
  }
  builder.observer(Object.keys(properties), function () {
    update(this)
  })
  builder.lifetime('created', function () {
    const node = nodeOf(this)
    const parts = definition.setup(node) ?? {}
    if (parts.control) setAriaTarget(node.element, parts.control)
    live.set(node.element, { ...parts, name: definition.name, node })
    addHover(node)
  })
  builder.lifetime('attached', function () {
    update(this)
  })
  builder.lifetime('detached', function () {
    live.get(elementOf(this))?.detached?.()
  })
  main.setGlobalUsingComponent(definition.name, builder.registerComponent())
}

function elementOf(component: GeneralComponent): HTMLElement {
  return component.getBackendElement() as unknown as HTMLElement
}

function nodeOf(component: GeneralComponent): BuiltInNode {
  return {
    element: elementOf(component),
    component,
    get props() {
      return component.data as Values<Properties>
    },
    fire: (name, detail = {}, bubbles = false) =>
      component.triggerEvent(name, detail, { bubbles, composed: bubbles }),
    set: (name, value) => component.setData({ [name]: value }),
    toggleClass: (name, on) => component.toggleNodeClass(name, on, TEMPORARY_SEGMENT),
  }
}

/** glass-easel's segment of classes that its templates never touch. */
const TEMPORARY_SEGMENT = 3
