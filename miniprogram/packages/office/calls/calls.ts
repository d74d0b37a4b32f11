import { act, actState } from '../../../services/act'
import { load, pageState } from '../../../services/load'
import { go } from '../../../services/navigate'
import { CALLS_KEY, fetchCalls, noteCall, noteOrderCall } from '../../../services/office'
import type { CallUnit } from '../../../services/office'
import { page } from '../../../services/page'
import { newRequestId } from '../../../services/request-id'
import { callRows } from './view'
import type { CallRow, Waiting } from './view'

/** Where each kind of what waits is looked at, and how a call about it is kept. */
const KINDS: Readonly<
  Record<Waiting['kind'], { readonly page: string; readonly note: typeof noteCall }>
> = {
  case: { page: '/packages/office/case/case?id=', note: noteCall },
  order: { page: '/packages/affairs/matter/matter?kind=order&id=', note: noteOrderCall },
}

/** 电话单: what no department has opened or signed for, whom to call about it, and who was called. */
page({
  data: {
    ...pageState(),
    ...actState(),
    shown: false,
    rows: [] as CallRow[],
    /** What is being written down; the same tap again is the same request. */
    tap: '',
    requestId: '',
    said: '',
  },
  methods: {
    onShow() {
      void this.refresh()
    },
    refresh() {
      return load(this, {
        key: CALLS_KEY,
        fetch: fetchCalls,
        show: (units: readonly CallUnit[]) =>
          this.setData({ shown: true, rows: callRows(units, new Date()) }),
      })
    },
    openMatter(event: WechatMiniprogram.TouchEvent) {
      const { id, kind } = event.currentTarget.dataset as Pick<Waiting, 'id' | 'kind'>
      go(`${KINDS[kind].page}${id}`)
    },
    /** 打过了: kept with everything of the unit that nobody has opened or signed for. */
    async note(event: WechatMiniprogram.TouchEvent) {
      const { unit, name } = event.currentTarget.dataset as { unit: string; name: string }
      const row = this.data.rows.find(({ id }) => id === unit)
      if (!row) return
      const tap = `${unit}:${name}`
      const requestId = tap === this.data.tap ? this.data.requestId : newRequestId()
      this.setData({ tap, requestId, said: '' })
      const words = { failed: '没记上', kept: '打过的不用再打', again: '' }
      const done = await act(this, words, async () => {
        for (const { id, kind } of row.waiting) await KINDS[kind].note(id, name, requestId)
        return true
      })
      if (done) this.setData({ tap: '', said: `记下了：打给了${name}` })
      // Somebody may have opened one of them in between.
      await this.refresh()
    },
    closeTrouble() {
      this.setData({ trouble: null })
    },
  },
})
