import { keptMe, me, rememberPhone, rememberedPhone } from '../../../services/account'
import { act, actState } from '../../../services/act'
import type { Trouble } from '../../../services/act'
import { earlierPapers } from '../../../services/case'
import type { EarlierPaper } from '../../../services/case'
import { fetchGuide, guideKey } from '../../../services/catalog'
import type { Guide } from '../../../services/catalog'
import { closeDraft, keepForm, openDraft } from '../../../services/drafts'
import type { Draft } from '../../../services/drafts'
import { load, pageState } from '../../../services/load'
import { whoAndWhere } from '../../../services/me-state'
import { sendPaper, shootPaper } from '../../../services/papers'
import type { PaperEntry } from '../../../services/papers'
import { sendOrKeep } from '../../../services/sending'
import { askPermission } from '../../../services/subscribe'
import { canHandIn } from '../../../shared/matter-words'
import { checkPhone } from '../../../shared/person-form'
import type { PersonForm } from '../../../shared/person-form'
import {
  EMPTY_FORM,
  brokenPaper,
  checkTogether,
  offerText,
  paperRows,
  reusable,
  settled,
  submissionOf,
  toBring,
  withEarlier,
  withoutEarlier,
} from './view'
import type { PaperRow, SubmitForm } from './view'
import { go, goTab, replace } from '../../../services/navigate'
import { page } from '../../../services/page'

const LONGEST_NOTE = 500

const WORDS = {
  failed: '刚才没交上去',
  kept: '您填的和拍的都在',
  again: '再交一次',
  leaves: true,
}

/** The first try did arrive, only its answer was lost; since then something was changed. */
const ALREADY: Trouble = {
  title: '刚才那次已经交上去了',
  text: '后来改的没有存。到“进度”里看，要补就打电话，或者带到窗口。',
  again: '看进度',
  code: 'CONFLICT',
}

/** 交材料: what is missing can come later; photos are voluntary. Everything is kept as it is done. */
page({
  data: {
    ...pageState(),
    ...actState(),
    code: '',
    /** The name under which what is typed is kept. */
    draftName: '',
    /** From the page of the earlier matter. */
    linkedTo: '',
    name: '',
    guide: null as Guide | null,
    rows: [] as PaperRow[],
    form: EMPTY_FORM,
    who: whoAndWhere(),
    phoneError: '',
    noteLeft: '',
    togetherError: '',
    /** 以前交过的, offered once; used only when the person says so. */
    earlier: [] as EarlierPaper[],
    offer: '',
    choosingPerson: false,
    ask: '',
  },
  methods: {
    async onLoad({ code = '', linkedTo = '', draft = '' }: Record<string, string | undefined>) {
      const draftName = decodeURIComponent(draft) || `submit:${code}`
      this.setData({ code, linkedTo, draftName })
      if (!keptMe()) await me().catch(() => undefined)
      this.setData({ who: whoAndWhere() })
      await this.refresh()
    },
    onShow() {
      this.setData({ who: whoAndWhere() })
      if (!this.data.form.phone && rememberedPhone()) this.changeForm({ phone: rememberedPhone() })
    },
    async refresh() {
      const { code } = this.data
      await load(this, {
        key: guideKey(code),
        fetch: () => fetchGuide(code),
        show: (g: Guide) => this.show(g),
      })
    },
    show(guide: Guide) {
      if (!canHandIn(guide.mode)) {
        replace(`/packages/guide/item/item?code=${guide.code}`)
        return
      }
      const kept = settled(this.draft().form)
      const form = {
        ...kept,
        phone: kept.phone || rememberedPhone(),
        linkedTo: this.data.linkedTo || kept.linkedTo,
      }
      this.setData({ guide, name: guide.name, form, rows: paperRows(guide, form) })
      void this.lookForEarlier()
    },
    /** Papers of whoever it is for; without network, or for somebody new, nothing is offered. */
    async lookForEarlier() {
      const { code, who, form } = this.data
      const name = form.person?.name.trim() ?? who.name
      if (!who.known || !name) return
      const papers = await earlierPapers(code, name).catch(() => [])
      this.showOffer(papers)
    },
    showOffer(papers: EarlierPaper[]) {
      const earlier = reusable(papers, this.data.form)
      this.setData({ earlier, offer: offerText(earlier) })
    },
    useEarlier() {
      const { form, earlier } = this.data
      this.changeForm(withEarlier(form, reusable(earlier, form)))
      this.showOffer([])
    },
    leaveEarlier() {
      this.showOffer([])
    },
    typeTogether(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ togetherError: '' })
      this.changeForm({ together: event.detail.value })
    },
    draft(): Draft<SubmitForm> {
      return openDraft(this.data.draftName, EMPTY_FORM)
    },
    changeForm(part: Partial<SubmitForm>) {
      const { guide, draftName } = this.data
      const form = { ...this.data.form, ...part }
      if (guide) keepForm(draftName, this.draft(), form)
      this.setData({ form, rows: guide ? paperRows(guide, form) : [] })
    },
    setPaper(key: string, entry: PaperEntry) {
      this.changeForm({ papers: { ...this.data.form.papers, [key]: entry } })
    },
    async shoot(event: WechatMiniprogram.TouchEvent) {
      await shootPaper(this, String(event.currentTarget.dataset.key))
    },
    resend(event: WechatMiniprogram.TouchEvent) {
      const key = String(event.currentTarget.dataset.key)
      const path = this.data.form.papers[key]?.path
      if (path) void sendPaper(this, key, path)
    },
    bring(event: WechatMiniprogram.TouchEvent) {
      this.setPaper(String(event.currentTarget.dataset.key), { state: 'bring' })
    },
    undo(event: WechatMiniprogram.TouchEvent) {
      this.setPaper(String(event.currentTarget.dataset.key), { state: 'empty' })
    },
    broken(event: WechatMiniprogram.TouchEvent) {
      const key = String(event.currentTarget.dataset.key)
      const entry = this.data.form.papers[key]
      if (entry) this.setPaper(key, brokenPaper(entry))
    },
    typeNote(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const note = event.detail.value.slice(0, LONGEST_NOTE)
      const noteLeft = note.length >= LONGEST_NOTE ? '最多500字，再多的当面说或打电话' : ''
      this.setData({ noteLeft })
      this.changeForm({ note })
    },
    typePhone(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ phoneError: '' })
      this.changeForm({ phone: event.detail.value })
    },
    changePerson() {
      this.setData({ choosingPerson: true })
    },
    closePerson() {
      this.setData({ choosingPerson: false })
    },
    personChosen(event: WechatMiniprogram.CustomEvent<{ person: PersonForm | null }>) {
      this.setData({ choosingPerson: false })
      // Photos of one person are never handed in for another.
      this.changeForm({ person: event.detail.person, papers: withoutEarlier(this.data.form) })
      void this.lookForEarlier()
    },
    async confirm() {
      const { who, form, busy } = this.data
      if (busy) return
      if (!who.known) return this.register()
      if (!who.registered && !form.person) return this.changePerson()
      const phoneError =
        form.person || !form.phone ? '' : checkPhone({ by: 'phone', phone: form.phone })
      const togetherError = checkTogether(form.together)
      this.setData({ phoneError, togetherError })
      if (phoneError || togetherError) return
      await this.submit(() => askPermission(['progress']))
    },
    async submit(first?: () => Promise<void>) {
      const { guide, form, who, code, draftName, busy } = this.data
      if (!guide || busy) return
      const { requestId } = keepForm(draftName, this.draft(), form)
      const self = { name: who.name, villageId: who.homeVillageId }
      const sent = await act(this, { ...WORDS, first }, () =>
        sendOrKeep({
          id: requestId,
          action: 'submit',
          input: submissionOf(guide, form, self, requestId),
          title: `${guide.name}，${form.person?.name.trim() ?? who.name}`,
          page: `/packages/case/submit/submit?code=${code}`,
          draft: draftName,
          form,
          receipt: { itemName: guide.name, papers: toBring(guide, form) },
        }),
      )
      if (!sent) return this.refused()
      if (!form.person) rememberPhone(form.phone)
      replace(
        sent.receipt
          ? `/packages/case/receipt/receipt?id=${sent.receipt.id}`
          : '/packages/case/outbox/outbox?kept=1',
      )
    },
    refused() {
      const code = this.data.trouble?.code
      if (code === 'UNAUTHENTICATED') this.register()
      if (code === 'CONFLICT') {
        closeDraft(this.data.draftName)
        this.setData({ trouble: ALREADY })
      }
    },
    register() {
      this.setData({ trouble: null })
      go('/packages/help/register/register?why=submit')
    },
    closeTrouble() {
      this.setData({ trouble: null })
    },
    again() {
      if (this.data.trouble?.code === 'CONFLICT') goTab('/pages/progress/progress')
      else void this.submit()
    },
  },
})
