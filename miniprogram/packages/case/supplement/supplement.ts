import { act, actState } from '../../../services/act'
import { caseKey, fetchCase } from '../../../services/case'
import type { CaseDetail } from '../../../services/case'
import { PRINT_WORDS, printSheet } from '../../../services/document'
import { keepForm, openDraft } from '../../../services/drafts'
import { load, pageState } from '../../../services/load'
import { goBack, replace } from '../../../services/navigate'
import { page } from '../../../services/page'
import { sendPaper, shootPaper } from '../../../services/papers'
import type { PaperEntry } from '../../../services/papers'
import { sendOrKeep } from '../../../services/sending'
import { givenOf, NOTHING_YET, settled, supplementView } from './view'
import type { SupplementForm, SupplementView } from './view'

const WORDS = {
  failed: '刚才没交上去',
  kept: '拍好的都在',
  again: '再交一次',
  leaves: true,
}

/** 补材料: the one list, paper by paper; what is photographed is kept and can go first. */
page({
  data: {
    ...pageState(),
    ...actState(),
    id: '',
    /** The name under which the photos are kept. */
    draftName: '',
    matter: null as CaseDetail | null,
    view: null as SupplementView | null,
    hint: '',
    /** The last thing that was tried, for trying again. */
    printing: false,
  },
  methods: {
    onLoad({ id = '', draft = '' }: Record<string, string | undefined>) {
      this.setData({ id, draftName: decodeURIComponent(draft) || `supplement:${id}` })
      void this.refresh()
    },
    async refresh() {
      const { id } = this.data
      await load(this, {
        key: caseKey(id),
        fetch: () => fetchCase(id),
        show: (matter: CaseDetail) => this.show(matter, this.form()),
      })
    },
    show(matter: CaseDetail, form: SupplementForm) {
      this.setData({ matter, view: supplementView(matter, form) })
    },
    form(): SupplementForm {
      return settled(openDraft(this.data.draftName, NOTHING_YET).form)
    },
    setPaper(key: string, entry: PaperEntry) {
      const { matter, draftName } = this.data
      const draft = openDraft(draftName, NOTHING_YET)
      const { form } = keepForm(draftName, draft, {
        papers: { ...draft.form.papers, [key]: entry },
      })
      this.setData({ hint: '' })
      if (matter) this.show(matter, form)
    },
    async shoot(event: WechatMiniprogram.TouchEvent) {
      await shootPaper(this, String(event.currentTarget.dataset.key))
    },
    resend(event: WechatMiniprogram.TouchEvent) {
      const key = String(event.currentTarget.dataset.key)
      const path = this.form().papers[key]?.path
      if (path) void sendPaper(this, key, path)
    },
    async send() {
      const { id, matter, draftName, busy } = this.data
      if (busy || !matter) return
      const form = this.form()
      const materials = givenOf(matter, form)
      if (materials.length === 0) {
        this.setData({ hint: '还没拍。拍一样就能先交一样' })
        return
      }
      this.setData({ printing: false })
      const { requestId } = openDraft(draftName, NOTHING_YET)
      const sent = await act(this, WORDS, () =>
        sendOrKeep({
          id: requestId,
          action: 'supplement',
          input: { id, materials, requestId },
          title: `补材料：${matter.item.name}，${matter.applicant.name}`,
          page: `/packages/case/supplement/supplement?id=${id}`,
          draft: draftName,
          form,
          receipt: { itemName: matter.item.name, papers: [] },
        }),
      )
      if (sent?.waiting) replace('/packages/case/outbox/outbox?kept=1')
      else if (sent) this.leave()
    },
    /** To the matter, which now says what is left. */
    leave() {
      if (getCurrentPages().length > 1) goBack()
      else replace(`/packages/case/progress/progress?id=${this.data.id}`)
    },
    again() {
      if (this.data.printing) void this.print()
      else void this.send()
    },
    async print() {
      this.setData({ printing: true })
      await act(this, PRINT_WORDS, () => printSheet(this.data.id, 'supplement'))
    },
    copy() {
      void wx.setClipboardData({ data: this.data.view?.sheet ?? '', fail: () => undefined })
    },
    closeTrouble() {
      this.setData({ trouble: null })
    },
  },
})
