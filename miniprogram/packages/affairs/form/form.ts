import { keptMe, me } from '../../../services/account'
import { act, actState } from '../../../services/act'
import { closeDraft, keepForm, openDraft } from '../../../services/drafts'
import type { Draft } from '../../../services/drafts'
import { goBack, replace } from '../../../services/navigate'
import { page } from '../../../services/page'
import { draw, typed } from '../../../shared/form/draw'
import type { DrawnField } from '../../../shared/form/draw'
import { checkAll, cleanAll, shownFields, textOf } from '../../../shared/form/fields'
import type { Choice, Field, Value, Values } from '../../../shared/form/fields'
import { FORMS } from './forms'
import type { Answers, Done, FormSpec, Sending } from './forms'
import { choicesFrom, sourceKey } from './sources'

type Keyed<More> = WechatMiniprogram.CustomEvent<{ key: string } & More>
/** By what they depend on. */
type Fetched = Record<string, readonly Choice[]>
type Errors = Readonly<Record<string, string>>

const answersOf = (fields: readonly Field[], values: Values): Answers =>
  Object.fromEntries(
    Object.entries(cleanAll(fields, values)).map(([key, value]) => [key, textOf(value)]),
  )

/** One form for whatever is written here: asked field by field, kept as typed, sent once. */
page({
  data: {
    ...actState(),
    form: '',
    title: '',
    lead: '',
    send: '',
    fields: [] as DrawnField[],
    failure: '',
    done: null as Done | null,
  },
  methods: {
    async onLoad(query: Record<string, string | undefined>) {
      const { form = '', id = '', kind = '', number = '', code = '' } = query
      const spec = FORMS[form]
      if (!spec) {
        replace('/packages/affairs/list/list?kind=raised')
        return
      }
      void wx.setNavigationBarTitle({ title: spec.title })
      Object.assign(this, { opened: { id, kind, number, code }, fetched: {}, errors: {} })
      const { title, lead, send } = spec
      this.setData({ form, title, lead, send })
      if (!keptMe()) await me().catch(() => null)
      await this.draw()
    },
    /** Kept beside the page's data: only what is drawn goes into it. */
    known() {
      return this as unknown as {
        /** The matter for which the form was opened. */
        opened: Omit<Sending, 'requestId' | 'values'>
        fetched: Fetched
        errors: Errors
      }
    },
    spec(): FormSpec | undefined {
      return FORMS[this.data.form]
    },
    asked(): readonly Field[] {
      return this.spec()?.fields ?? []
    },
    draftName(): string {
      return `affairs:${this.data.form}:${this.known().opened.id}`
    },
    draft(): Draft<Values> {
      const start = Object.fromEntries(this.asked().map(({ key, start = '' }) => [key, start]))
      return openDraft<Values>(this.draftName(), start)
    },
    async draw() {
      const { form: values } = this.draft()
      this.showFields()
      const { fetched, opened } = this.known()
      const missing = shownFields(this.asked(), values).flatMap(({ from }) =>
        from && !fetched[sourceKey(from, values)] ? [from] : [],
      )
      if (missing.length === 0) return
      try {
        for (const source of missing) {
          fetched[sourceKey(source, values)] = await choicesFrom(source, values, opened.id)
        }
        this.setData({ failure: '' })
      } catch {
        this.setData({ failure: '网断了，名单没取到。填的都在，再试一次。' })
      }
      this.showFields()
    },
    showFields() {
      const { form: values } = this.draft()
      const { fetched, errors } = this.known()
      const lists = this.asked().flatMap(({ from }) =>
        from ? [[from, fetched[sourceKey(from, values)] ?? []] as const] : [],
      )
      const drawing = { fetched: Object.fromEntries(lists), errors, others: {} }
      this.setData({ fields: draw(this.asked(), values, drawing) })
    },
    change(key: string, value: Value, redraw: boolean) {
      const draft = this.draft()
      keepForm(this.draftName(), draft, { ...draft.form, [key]: value })
      const { [key]: wasWrong, ...errors } = this.known().errors
      Object.assign(this, { errors })
      if (redraw) void this.draw()
      else if (wasWrong) this.showFields()
    },
    choose({ detail: { key, choice } }: Keyed<{ choice: string }>) {
      this.change(key, choice, true)
    },
    type({ detail: { key, text } }: Keyed<{ text: string }>) {
      const field = this.asked().find((one) => one.key === key)
      if (field) this.change(key, typed(field, text), field.kind === 'date')
    },
    retry() {
      void this.draw()
    },
    async submit() {
      const spec = this.spec()
      if (!spec || this.data.busy || this.data.done) return
      const { requestId, form } = this.draft()
      const errors = checkAll(spec.fields, form)
      Object.assign(this, { errors })
      this.showFields()
      if (Object.keys(errors).length > 0) return
      const values = answersOf(spec.fields, form)
      const words = { failed: '刚才没办成', kept: '您写的都在', again: '再来一次' }
      const done = await act(this, words, () =>
        spec.submit({ ...this.known().opened, requestId, values }),
      )
      if (!done) {
        this.refused(form)
        return
      }
      closeDraft(this.draftName())
      this.setData({ done })
    },
    /** What was refused was not done: the words stay, and another try is another request. */
    refused(values: Values) {
      const code = this.data.trouble?.code ?? ''
      if (code === 'OFFLINE' || code === 'UNREACHABLE' || code === 'INTERNAL') return
      closeDraft(this.draftName())
      keepForm(this.draftName(), this.draft(), values)
    },
    leave() {
      const { next } = this.data.done ?? {}
      if (next) replace(next.url)
      else goBack()
    },
    closeTrouble() {
      this.setData({ trouble: null })
    },
    again() {
      void this.submit()
    },
  },
})
