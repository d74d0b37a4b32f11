import { act, actState } from '../../../services/act'
import { load, pageState } from '../../../services/load'
import { page } from '../../../services/page'
import { newRequestId } from '../../../services/request-id'
import {
  bulletinKey,
  correct,
  editSection,
  fetchBulletin,
  fetchBulletins,
  openWord,
  publish,
} from '../../../services/bulletin'
import type { Bulletin, Bulletins, SectionKey } from '../../../services/bulletin'
import { bulletinView } from './view'
import type { BulletinView } from './view'

type Editing = SectionKey | 'correction' | ''

/** What a tap would do, asked once more because it cannot be taken back. */
const PUBLISH = {
  title: '公布这一期？',
  content: '公布以后数和文字都改不了，只能补更正。',
  confirmText: '公布',
  cancelText: '再看看',
}

/** 每月通报: numbers as charts and words; the leader edits, publishes, corrects. */
page({
  data: {
    ...pageState(),
    ...actState(),
    month: '',
    months: [] as { month: string; text: string }[],
    view: null as BulletinView | null,
    side: 'departments' as 'departments' | 'villages',
    /** The row whose details are shown. */
    opened: '',
    /** What is being written, if anything: one text at a time. */
    editing: '' as Editing,
    text: '',
    done: '',
    none: false,
  },
  methods: {
    async onLoad({ month = '' }: { month?: string }) {
      this.setData({ month })
      await this.refresh()
    },
    async refresh() {
      let first: Bulletins | undefined
      await load(this, {
        key: 'bulletins',
        fetch: fetchBulletins,
        show: (bulletins: Bulletins) => {
          first = bulletins
          const months = bulletins.map(({ month }) => ({ month, text: nameOf(month) }))
          const { month } = this.data
          this.setData({
            months,
            none: months.length === 0 && !month,
            month: month || (months[0]?.month ?? ''),
          })
        },
      })
      if (first && this.data.month) await this.read()
    },
    async read() {
      const { month } = this.data
      await load(this, {
        key: bulletinKey(month),
        fetch: () => fetchBulletin(month),
        show: (bulletin: Bulletin) => this.show(bulletin),
      })
    },
    show(bulletin: Bulletin) {
      this.setData({ view: bulletinView(bulletin) })
    },
    async pickMonth(event: WechatMiniprogram.TouchEvent) {
      const { month = '' } = event.currentTarget.dataset as { month?: string }
      this.setData({ month, view: null, opened: '', editing: '', done: '' })
      await this.read()
    },
    pickSide(event: WechatMiniprogram.TouchEvent) {
      const side = event.currentTarget.dataset.side as 'departments' | 'villages'
      this.setData({ side, opened: '' })
    },
    openRow(event: WechatMiniprogram.TouchEvent) {
      const id = String(event.currentTarget.dataset.id)
      this.setData({ opened: id === this.data.opened ? '' : id })
    },
    edit(event: WechatMiniprogram.TouchEvent) {
      const { key = '' } = event.currentTarget.dataset as { key?: Editing }
      const text = this.data.view?.sections.find((section) => section.key === key)?.text ?? ''
      Object.assign(this, { requestId: newRequestId() })
      this.setData({ editing: key, text, done: '' })
    },
    type(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ text: event.detail.value })
    },
    stopEditing() {
      this.setData({ editing: '' })
    },
    async save() {
      const { editing, month, text } = this.data
      const { requestId } = this as unknown as { requestId: string }
      if (editing === '') return
      const words = { failed: '刚才没存上', kept: '您写的都在', again: '再存一次' }
      const bulletin = await act(this, words, () =>
        editing === 'correction'
          ? correct(month, text, requestId)
          : editSection(month, editing, text, requestId),
      )
      if (!bulletin) return
      this.show(bulletin)
      this.setData({ editing: '', done: editing === 'correction' ? '更正补上了' : '改好了' })
    },
    async publish() {
      const { confirm } = await wx.showModal(PUBLISH)
      if (!confirm) return
      const requestId = newRequestId()
      const words = { failed: '刚才没公布', kept: '初稿还在', again: '再点一次' }
      const bulletin = await act(this, words, () => publish(this.data.month, requestId))
      if (!bulletin) return
      this.show(bulletin)
      this.setData({ done: '公布了，部门和村里都看得到' })
    },
    async download() {
      const words = { failed: '文档没下载好', kept: '通报还在', again: '再下载一次' }
      await act(this, words, () => openWord(this.data.month))
    },
    closeTrouble() {
      this.setData({ trouble: null })
    },
  },
})

const nameOf = (month: string): string =>
  `${month.slice(0, 4)}年${String(Number(month.slice(5)))}月`
