import { act, actState } from '../../../services/act'
import { dropCache, readCache, writeCache } from '../../../services/cache'
import { guide as readGuide } from '../../../services/catalog'
import type { Guide } from '../../../services/catalog'
import { closeDraft, keepForm, openDraft } from '../../../services/drafts'
import { replace } from '../../../services/navigate'
import { dayKey, INBOX_KEY, serveNow, similar } from '../../../services/office'
import type { Day } from '../../../services/office'
import type { Receipt } from '../../../services/outbox'
import { page } from '../../../services/page'
import { shootPaper } from '../../../services/papers'
import type { PaperEntry } from '../../../services/papers'
import { sendOrKeep } from '../../../services/sending'
import { businessDate } from '../../../shared/dates'
import { canHandIn } from '../../../shared/matter-words'
import { NO_ERRORS } from '../../../shared/person-form'
import type { PersonForm } from '../../../shared/person-form'
import {
  allBrought,
  checkIntake,
  EMPTY_INTAKE,
  formOf,
  IN_HAND,
  intakeOf,
  paperTicks,
  settled,
  similarText,
  SLIP_FIELDS,
  stillToBring,
  whoOf,
} from './view'
import type { IntakeForm } from './view'

const DRAFT = 'counter'
const WORDS = { failed: '刚才没收成', kept: '填的都在', again: '再收一次', leaves: true }

interface FieldEvent {
  readonly currentTarget: { readonly dataset: Readonly<Record<string, string>> }
  readonly detail: { readonly value: string }
}

/** Somebody of the day that the desk looked at a moment ago. */
function visitorForm({ visitor, venue = '', date = '' }: Record<string, string | undefined>) {
  const day = visitor ? readCache<Day>(dayKey(venue, date))?.data : undefined
  const all = [...(day?.visitors ?? []), ...(day?.walkIns ?? [])]
  const found = all.find(({ id }) => id === visitor)
  return found ? formOf(venue, date, found) : EMPTY_INTAKE
}

/** 来人办事: matter, person, papers, received. In under a minute, and at once when it can be. */
page({
  data: {
    ...actState(),
    /** The name under which what is typed is kept. */
    draftName: DRAFT,
    guide: null as { code: string; name: string; unit: string; instant: boolean } | null,
    form: EMPTY_INTAKE,
    papers: [] as ReturnType<typeof paperTicks>,
    slipFields: SLIP_FIELDS,
    personErrors: NO_ERRORS,
    errors: {},
    itemError: '',
    choosing: false,
    /** The same matter of the same person that is still open. */
    same: '',
    more: false,
  },
  methods: {
    async onLoad(query: Record<string, string | undefined>) {
      const { draft = '', visitor = '' } = query
      // Each person at the window has a form of their own.
      const draftName = decodeURIComponent(draft) || (visitor ? `${DRAFT}:${visitor}` : DRAFT)
      const form = settled(openDraft(draftName, visitorForm(query)).form)
      const code = query.code ?? form.visitor?.items[0]?.code ?? ''
      this.setData({
        draftName,
        form,
        more: Boolean(form.priority || form.together || form.note) || form.slip,
      })
      if (code) await this.choose(code, form.papers)
    },
    /** One of the matters on the ticket. */
    chooseOfTicket(event: FieldEvent) {
      return this.choose(event.currentTarget.dataset.code ?? '')
    },
    /** It is for somebody else, or they are reached otherwise. */
    otherPerson() {
      this.change({ asBooked: false })
    },
    chooseItem() {
      this.setData({ choosing: true })
    },
    closeItems() {
      this.setData({ choosing: false })
    },
    async itemChosen(event: WechatMiniprogram.CustomEvent<{ code: string }>) {
      this.setData({ choosing: false, itemError: '' })
      await this.choose(event.detail.code)
    },
    async choose(code: string, papers: IntakeForm['papers'] = {}) {
      const guide = await readGuide(code)
      if (!canHandIn(guide.mode)) {
        this.setData({ itemError: `“${guide.name}”不用交件，当面办或者约时间。换一件。` })
        return
      }
      Object.assign(this, { detail: guide })
      const { name, unit, instant } = guide
      this.setData({ guide: { code, name, unit: unit.name, instant } })
      this.change({ papers })
      await this.lookForSame()
    },
    /** Kept beside the page's data: the whole guide is never drawn. */
    full(): Guide | null {
      return (this as unknown as { detail?: Guide }).detail ?? null
    },
    change(part: Partial<IntakeForm>) {
      const form = { ...this.data.form, ...part }
      const { draftName } = this.data
      keepForm(draftName, openDraft(draftName, EMPTY_INTAKE), form)
      const guide = this.full()
      this.setData({ form, errors: {}, papers: guide ? paperTicks(guide, form) : [] })
    },
    changePerson(event: WechatMiniprogram.CustomEvent<PersonForm>) {
      const before = this.data.form.person
      const person = event.detail
      this.setData({ personErrors: NO_ERRORS })
      this.change({ person })
      if (person.villageId !== before.villageId) void this.lookForSame()
    },
    /** Only to be seen: the counter may well receive a second one. */
    async lookForSame() {
      const { guide, form } = this.data
      const { name, villageId } = form.person
      if (!guide || !name.trim() || !villageId) return
      const found = await similar({ code: guide.code, name: name.trim(), villageId }).catch(
        () => [],
      )
      this.setData({ same: similarText(found, businessDate(new Date())) })
    },
    setPaper(key: string, entry: PaperEntry) {
      this.change({ papers: { ...this.data.form.papers, [key]: entry } })
    },
    tickPaper(event: FieldEvent) {
      const { key = '' } = event.currentTarget.dataset
      const { [key]: had, ...rest } = this.data.form.papers
      if (had) this.change({ papers: rest })
      else this.setPaper(key, IN_HAND)
    },
    allPapers() {
      const guide = this.full()
      if (guide) this.change({ papers: allBrought(guide, this.data.form) })
    },
    async shoot(event: FieldEvent) {
      await shootPaper(this, event.currentTarget.dataset.key ?? '')
    },
    type(event: FieldEvent) {
      this.change({ [event.currentTarget.dataset.name ?? '']: event.detail.value })
    },
    showMore() {
      this.setData({ more: true })
    },
    toggleSlip() {
      this.change({ slip: !this.data.form.slip })
    },
    /** True when it can be sent; else every gap says what belongs there. */
    complete(): boolean {
      const { form, guide } = this.data
      const { person, rest } = checkIntake(form)
      this.setData({
        personErrors: person,
        errors: rest,
        itemError: guide ? '' : '还没选办什么事',
      })
      return guide !== null && Object.keys({ ...person, ...rest }).length === 0
    },
    async receive() {
      const guide = this.full()
      if (!this.complete() || !guide) return
      const { form, draftName } = this.data
      Object.assign(this, { last: 'receive' })
      const { requestId } = openDraft(draftName, EMPTY_INTAKE)
      const receipt = { itemName: guide.name, papers: stillToBring(guide, form) }
      const sent = await act(this, WORDS, () =>
        sendOrKeep({
          id: requestId,
          action: 'intake',
          input: intakeOf(guide, form, requestId),
          title: `收件：${guide.name}，${form.person.name.trim()}`,
          page: `/packages/office/intake/intake?code=${guide.code}`,
          draft: draftName,
          form,
          receipt,
        }),
      )
      if (sent?.receipt) this.show(sent.receipt, receipt)
      else if (sent) replace('/packages/case/outbox/outbox?kept=1')
    },
    async serve() {
      const guide = this.full()
      if (!this.complete() || !guide) return
      const { form, draftName } = this.data
      if (!form.reply.trim()) {
        this.setData({ errors: { reply: '写一句答复，事事有答复' } })
        return
      }
      Object.assign(this, { last: 'serve' })
      const { requestId } = openDraft(draftName, EMPTY_INTAKE)
      const receipt = await act(this, WORDS, () =>
        serveNow({
          code: guide.code,
          requestId,
          ...whoOf(form),
          reply: form.reply.trim(),
        }),
      )
      if (!receipt) return
      closeDraft(draftName)
      dropCache(INBOX_KEY)
      this.show(receipt, { itemName: guide.name, papers: [] })
    },
    show(receipt: Receipt, also: { itemName: string; papers: readonly string[] }) {
      writeCache(`receipt:${receipt.id}`, { ...receipt, ...also })
      replace(`/packages/case/receipt/receipt?id=${receipt.id}&from=office`)
    },
    again() {
      const { last } = this as unknown as { last?: string }
      void (last === 'serve' ? this.serve() : this.receive())
    },
    closeTrouble() {
      this.setData({ trouble: null })
    },
  },
})
