import { act, actState } from '../../../services/act'
import { load, pageState } from '../../../services/load'
import { page } from '../../../services/page'
import { newRequestId } from '../../../services/request-id'
import {
  ACCOUNTABILITY_KEY,
  appealOrJudge,
  fetchAccountability,
  registerAccountability,
} from '../../../services/supervision'
import type {
  Accountability,
  AccountabilityRecord,
  AppealForm,
} from '../../../services/supervision'
import { MEASURES, proposalRows, recordRows } from './view'

type Measure = AccountabilityRecord['measure']

/** What the records rest on is kept as it came, so that what is sent is what was read. */
let proposals: Accountability['proposals'] = []

/** 责任追究: facts wait for a person to decide; what was decided can be appealed. */
page({
  data: {
    ...pageState(),
    ...actState(),
    shown: false,
    proposals: [] as ReturnType<typeof proposalRows>,
    records: [] as ReturnType<typeof recordRows>,
    measures: MEASURES,
    unit: '',
    unitName: '',
    measure: '' as Measure | '',
    reason: '',
    error: '',
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
        key: ACCOUNTABILITY_KEY,
        fetch: fetchAccountability,
        show: (answer: Accountability) => {
          ;({ proposals } = answer)
          this.setData({
            shown: true,
            proposals: proposalRows(answer),
            records: recordRows(answer),
          })
        },
      })
    },
    startDeciding(event: WechatMiniprogram.TouchEvent) {
      const unit = String(event.currentTarget.dataset.unit)
      const unitName = this.data.proposals.find((one) => one.unit === unit)?.name ?? ''
      const requestId = newRequestId()
      this.setData({ unit, unitName, measure: '', reason: '', error: '', requestId })
    },
    choose(event: WechatMiniprogram.CustomEvent<{ key: Measure }>) {
      this.setData({ measure: event.detail.key, error: '' })
    },
    type(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ reason: event.detail.value, error: '' })
    },
    stopDeciding() {
      this.setData({ unit: '' })
    },
    async decide() {
      const { unit, measure, reason, requestId } = this.data
      const written = reason.trim()
      if (!measure || !written) {
        this.setData({ error: measure ? '还没写理由' : '先选一种' })
        return
      }
      const facts = (proposals.find((one) => one.unit === unit)?.facts ?? []).map(
        ({ kind, id }) => ({ kind, id }),
      )
      await this.finish(() =>
        registerAccountability({ unit, measure, reason: written, facts, requestId }),
      )
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
      await this.finish(() => appealOrJudge('accountability', id, requestId, event.detail))
    },
    async finish(task: () => Promise<void>) {
      const words = { failed: '没交上', kept: '您写的都在', again: '' }
      const sent = await act(this, words, async () => {
        await task()
        return true
      })
      if (!sent) return
      this.setData({ mode: '', unit: '' })
      await this.refresh()
    },
    closeTrouble() {
      this.setData({ trouble: null })
    },
  },
})
