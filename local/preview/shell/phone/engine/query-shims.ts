import { component } from 'glass-easel-miniprogram-adapter'
import { currentScroller } from './page-origin'
import { patch } from './patch'

type Done = (result: Record<string, unknown> | Record<string, unknown>[] | null) => void

interface NodesRef {
  fields(fields: Record<string, unknown>, done?: Done): SelectorQuery
  node?(done?: Done): SelectorQuery
  scrollOffset(done?: Done): SelectorQuery
}

interface SelectorQuery {
  select(selector: string): NodesRef
  selectViewport(): NodesRef
}

interface Caller {
  createSelectorQuery(): SelectorQuery
}

/** The parts of WeChat's selector query that the adapter lacks: `node`, and the page's scroll. */
export function installQueryShims(): void {
  patch(
    component.ComponentCaller.prototype as unknown as Caller,
    'createSelectorQuery',
    (create) => {
      return function (this: Caller) {
        const query = create.call(this)
        const nodesRef = Object.getPrototypeOf(query.select('x')) as NodesRef
        if (!nodesRef.node) addNodeField(nodesRef)
        const selectViewport = query.selectViewport.bind(query)
        query.selectViewport = () => withPageScroll(selectViewport())
        return query
      }
    },
  )
}

function addNodeField(nodesRef: NodesRef): void {
  patch(nodesRef, 'fields', (original) => {
    return function (this: NodesRef, wanted, done) {
      if (!wanted.node) return original.call(this, wanted, done)
      return original.call(this, { ...wanted, context: true }, (result) => {
        for (const each of Array.isArray(result) ? result : [result]) {
          if (each) each.node = each.context
        }
        done?.(result)
      })
    }
  })
  nodesRef.node = function (done) {
    return this.fields({ node: true }, done)
  }
}

function withPageScroll(viewport: NodesRef): NodesRef {
  const fields = viewport.fields.bind(viewport)
  const read = (wanted: Record<string, unknown>, done?: Done): SelectorQuery =>
    fields({ ...wanted, scrollOffset: false }, (result) => {
      const page = currentScroller()
      if (result && !Array.isArray(result) && wanted.scrollOffset && page) {
        const { scrollTop, scrollLeft, scrollHeight, scrollWidth } = page
        Object.assign(result, { scrollTop, scrollLeft, scrollHeight, scrollWidth })
      }
      done?.(result)
    })
  return Object.assign(Object.create(viewport) as NodesRef, {
    fields: read,
    scrollOffset: (done?: Done) => read({ scrollOffset: true }, done),
  })
}
