import { keptMe, me } from '../../../services/account'
import { act, actState } from '../../../services/act'
import { load, loadMore, pageState } from '../../../services/load'
import { go } from '../../../services/navigate'
import { page } from '../../../services/page'
import { newRequestId } from '../../../services/request-id'
import { appealOrJudge, fetchWarnings, WARNINGS_KEY } from '../../../services/supervision'
import type { AppealForm, Warnings } from '../../../services/supervision'
import { warningRows } from './view'
import type { WarningRow } from './view'

/** 预警: each with its calculation; what is wrong is appealed here and answered here. */
page({
  data: {
    ...pageState(),
    ...actState(),
    shown: false,
    rows: [] as WarningRow[],
    next: '',
    leads: false,
    watches: false,
    mode: '' as '' | 'appeal' | 'judge',
    id: '',
    requestId: '',
  },
  methods: {
    onShow() {
      void this.refresh()
    },
    async refresh() {
      await load(this, {
        key: WARNINGS_KEY,
        fetch: () => fetchWarnings(),
        show: ({ warnings, next }: Warnings) =>
          this.setData({ shown: true, rows: warningRows(warnings), next: next ?? '' }),
      })
      const account = (keptMe() ?? (await me().catch(() => null)))?.account
      const roles: readonly string[] = account?.roles ?? []
      this.setData({ leads: roles.includes('leader'), watches: !roles.includes('agent') })
    },
    more() {
      const { next, rows } = this.data
      return loadMore(this, async () => {
        const page = await fetchWarnings(next)
        return { rows: [...rows, ...warningRows(page.warnings)], next: page.next ?? '' }
      })
    },
    start(event: WechatMiniprogram.TouchEvent) {
      const { id, mode } = event.currentTarget.dataset as { id: string; mode: 'appeal' | 'judge' }
      this.setData({ id, mode, requestId: newRequestId() })
    },
    close() {
      this.setData({ mode: '' })
    },
    async send(event: WechatMiniprogram.CustomEvent<AppealForm>) {
      const { id, requestId } = this.data
      const words = { failed: '没交上', kept: '您写的都在', again: '' }
      const sent = await act(this, words, async () => {
        await appealOrJudge('warning', id, requestId, event.detail)
        return true
      })
      if (!sent) return
      this.close()
      await this.refresh()
    },
    openCase(event: WechatMiniprogram.TouchEvent) {
      go(`/packages/office/case/case?id=${String(event.currentTarget.dataset.id)}`)
    },
    openOutages() {
      go('/packages/rating/outage/outage')
    },
    openAccountability() {
      go('/packages/rating/accountability/accountability')
    },
    openFairness() {
      go('/packages/rating/fairness/fairness')
    },
    closeTrouble() {
      this.setData({ trouble: null })
    },
  },
})
