import type { PhoneContext } from './phone-context'

interface CanQuery {
  createSelectorQuery(): unknown
  createIntersectionObserver(options?: object): unknown
}

/** Chained calls that end in nothing: components show their end state at once. */
function stillAnimation(): object {
  const still: object = new Proxy(
    {},
    { get: (_, name) => (name === 'export' ? () => ({ actions: [] }) : () => still) },
  )
  return still
}

/** Asking about elements, from outside a component: the current page answers. */
export function queryApi(phone: PhoneContext): Record<string, unknown> {
  const page = (): CanQuery => phone.stack.current?.instance as unknown as CanQuery
  return {
    createSelectorQuery: () => page().createSelectorQuery(),
    createIntersectionObserver: (component: CanQuery | undefined, options?: object) =>
      (component ?? page()).createIntersectionObserver(options),
    createAnimation: stillAnimation,
    nextTick: (callback: () => void) => queueMicrotask(callback),
    env: { USER_DATA_PATH: 'http://usr' },
  }
}
