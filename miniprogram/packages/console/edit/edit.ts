import { act, actState } from '../../../services/act'
import { closeDraft, keepForm, openDraft } from '../../../services/drafts'
import { load, pageState } from '../../../services/load'
import { go, goBack, replace } from '../../../services/navigate'
import { page } from '../../../services/page'
import { choicesFrom } from '../calls'
import { giveUp, merged, NOTHING, others, write } from '../changes'
import type { Begun } from '../changes'
import { chosen, draw, typed } from '../../../shared/form/draw'
import type { DrawnField, Fetched } from '../../../shared/form/draw'
import { checkAll, cleanAll } from '../../../shared/form/fields'
import type { Field, Value, Values } from '../../../shared/form/fields'
import { stepLines } from '../steps'
import { THINGS } from '../things'
import type { Opened, Thing } from '../things/thing'
import { movedUp, openRow, withoutRow, withRow } from './row'
import type { OpenRow } from './row'

/** What the page works on; the template sees only what `draw` makes of it. */
interface Desk {
  readonly thing: Thing
  readonly kind: string
  readonly id: string
  readonly part: string
  opened: Opened
  errors: Readonly<Record<string, string>>
  fetched: Fetched
  row: OpenRow | null
  /** Left: an answer that comes now draws nothing. */
  left: boolean
}

const EMPTY: Opened = { title: '', values: {}, steps: [] }
const NO_LINKS: NonNullable<Opened['links']> = []
const WORDS = { failed: '没存成', kept: '您写的都在', again: '再存一次' }
/** With these the request may have been done: the same one is sent again. */
const UNSURE: readonly string[] = ['OFFLINE', 'INTERNAL']

type Keyed<More = object> = WechatMiniprogram.CustomEvent<{ key: string } & More>

const without = <T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== key))

/**
 * One editor for everything the administrator writes: the table of the thing says what is asked.
 * What is typed is kept on the phone; who comes second sees both and decides, field by field.
 */
page({
  data: {
    ...pageState(),
    ...actState(),
    title: '',
    lead: '',
    send: '',
    fields: [] as DrawnField[],
    changed: false,
    /** Somebody else changed it while this was being written. */
    clash: false,
    failure: '',
    sheet: '',
    /** What the sheet for one row is called; empty while it is closed. */
    isNewRow: false,
    canRise: false,
    rowFields: [] as DrawnField[],
    steps: [] as ReturnType<typeof stepLines>,
    links: NO_LINKS,
  },
  methods: {
    async onLoad({ kind = '', id = '', part = '' }: Record<string, string | undefined>) {
      const thing = THINGS[kind]
      if (!thing) return replace('/packages/office/me/me')
      const desk: Desk = {
        thing,
        kind,
        id,
        part,
        opened: EMPTY,
        errors: {},
        fetched: {},
        row: null,
        left: false,
      }
      Object.assign(this, { desk_: desk })
      void wx.setNavigationBarTitle({ title: thing.title })
      this.setData({ lead: thing.lead, send: thing.send })
      await this.refresh()
      await this.fetchChoices()
    },
    onUnload() {
      this.desk().left = true
    },
    desk() {
      return (this as unknown as { desk_: Desk }).desk_
    },
    fieldsOfThing(): readonly Field[] {
      const { thing, part } = this.desk()
      return thing.fields(part)
    },
    draftName(): string {
      const { kind, id, part } = this.desk()
      return `console:${kind}:${id}:${part}`
    },
    begun(): Begun {
      return openDraft(this.draftName(), NOTHING).form
    },
    values(): Values {
      return merged(this.desk().opened.values, this.begun())
    },
    async refresh() {
      const { thing, id, part } = this.desk()
      await load(this, {
        key: this.draftName(),
        fetch: () => thing.open(id, part),
        show: (opened: Opened) => {
          this.desk().opened = opened
          const { title, steps, links = NO_LINKS } = opened
          this.setData({ title, steps: stepLines(steps), links })
          this.draw()
        },
      })
    },
    async fetchChoices() {
      const fields = this.fieldsOfThing()
      const all = fields.flatMap((field) => [field, ...(field.rows?.fields ?? [])])
      const sources = new Set(all.flatMap(({ from }) => (from ? [from] : [])))
      try {
        const found = await Promise.all(
          [...sources].map(async (source) => [source, await choicesFrom(source)] as const),
        )
        this.desk().fetched = Object.fromEntries(found)
        this.setData({ failure: '' })
        this.draw()
      } catch {
        this.setData({ failure: '网断了，名单没取到。您写的都在，再试一次。' })
      }
    },
    draw() {
      const { opened, errors, fetched, row, left } = this.desk()
      if (left) return
      const begun = this.begun()
      const theirs = others(opened.values, begun)
      this.setData({
        fields: draw(this.fieldsOfThing(), merged(opened.values, begun), {
          fetched,
          errors,
          others: theirs,
        }),
        changed: Object.keys(begun.mine).length > 0,
        clash: Object.keys(theirs).length > 0,
        rowFields: row
          ? draw(row.field.rows?.fields ?? [], row.values, {
              fetched,
              errors: row.errors,
              others: {},
            })
          : [],
      })
    },
    write(key: string, value: Value, redraw: boolean) {
      const desk = this.desk()
      const draft = openDraft(this.draftName(), NOTHING)
      keepForm(this.draftName(), draft, write(draft.form, desk.opened.values, key, value))
      const wasWrong = key in desk.errors
      desk.errors = without(desk.errors, key)
      if (redraw || wasWrong) this.draw()
      else if (!this.data.changed) this.setData({ changed: true })
    },
    fieldOf(key: string): Field | undefined {
      return this.fieldsOfThing().find((field) => field.key === key)
    },
    type({ detail: { key, text } }: Keyed<{ text: string }>) {
      const field = this.fieldOf(key)
      const isPicked = field?.kind === 'date' || field?.kind === 'time'
      if (field) this.write(key, typed(field, text), isPicked)
    },
    choose({ detail: { key, choice } }: Keyed<{ choice: string }>) {
      const field = this.fieldOf(key)
      if (field) this.write(key, chosen(field, this.values()[key], choice), true)
    },
    async ask({ detail: { key } }: Keyed) {
      const chosenPlace = await wx.chooseLocation({}).catch(() => null)
      if (!chosenPlace) return
      const { latitude, longitude } = chosenPlace
      this.write(key, { latitude: Number(latitude), longitude: Number(longitude) }, true)
    },
    takeOther({ detail: { key } }: Keyed) {
      const draft = openDraft(this.draftName(), NOTHING)
      keepForm(this.draftName(), draft, giveUp(draft.form, key))
      this.draw()
    },
    openRow({ detail: { key, index } }: Keyed<{ index: number }>) {
      const field = this.fieldOf(key)
      if (!field) return
      const row = openRow(field, this.values()[key], index, key in this.desk().errors)
      this.desk().row = row
      const isNew = index < 0
      const sheet = isNew ? (field.rows?.add ?? '') : field.label
      this.setData({ sheet, isNewRow: isNew, canRise: index > 0 })
      this.draw()
    },
    writeRow(key: string, value: Value, redraw: boolean) {
      const desk = this.desk()
      if (!desk.row) return
      const values = { ...desk.row.values, [key]: value }
      desk.row = { ...desk.row, values, touched: true, errors: without(desk.row.errors, key) }
      if (redraw) this.draw()
    },
    rowField(key: string): Field | undefined {
      return this.desk().row?.field.rows?.fields.find((field) => field.key === key)
    },
    typeRow({ detail: { key, text } }: Keyed<{ text: string }>) {
      const field = this.rowField(key)
      if (field) this.writeRow(key, typed(field, text), false)
    },
    chooseRow({ detail: { key, choice } }: Keyed<{ choice: string }>) {
      const field = this.rowField(key)
      const before = this.desk().row?.values[key]
      if (field) this.writeRow(key, chosen(field, before, choice), true)
    },
    /** However the sheet is closed, what was written in it is kept. */
    closeRow() {
      this.putRow(withRow)
    },
    riseRow() {
      this.putRow(movedUp)
    },
    removeRow() {
      this.putRow(withoutRow)
    },
    putRow(put: (value: Value, row: OpenRow) => readonly Values[]) {
      const { row } = this.desk()
      if (!row) return
      const { key } = row.field
      this.desk().row = null
      this.setData({ sheet: '' })
      const [before, after] = [this.values()[key], put(this.values()[key], row)]
      if (row.touched || put !== withRow) this.write(key, after, true)
      else if (before === undefined) this.draw()
    },
    async save() {
      const { thing, id, part, opened } = this.desk()
      const { requestId, form } = openDraft(this.draftName(), NOTHING)
      const all = merged(opened.values, form)
      // What was there and was not touched is not asked for again; a new thing must be whole.
      const asked = this.fieldsOfThing().filter(
        ({ key }) => key in form.mine || opened.version === undefined,
      )
      this.desk().errors = checkAll(asked, all)
      this.draw()
      if (Object.keys(this.desk().errors).length > 0) return
      const values = cleanAll(this.fieldsOfThing(), all)
      const change = Object.fromEntries(Object.keys(form.mine).map((key) => [key, values[key]]))
      const sending = { id, part, change, values, version: opened.version, requestId }
      const next = await act(this, WORDS, () => thing.save(sending))
      if (next === undefined) return this.refused(form)
      closeDraft(this.draftName())
      void wx.showToast({ title: '存好了', icon: 'none' })
      if (next) replace(next)
      else goBack()
    },
    /** What was refused was not done: the words stay, and another try is another request. */
    async refused(form: Begun) {
      const code = this.data.trouble?.code ?? ''
      if (UNSURE.includes(code)) return
      closeDraft(this.draftName())
      keepForm(this.draftName(), openDraft(this.draftName(), NOTHING), form)
      if (code === 'CONFLICT') await this.refresh()
    },
    open(event: WechatMiniprogram.TouchEvent) {
      go(String(event.currentTarget.dataset.url))
    },
    closeTrouble() {
      this.setData({ trouble: null })
    },
    again() {
      void this.save()
    },
    retry() {
      void this.fetchChoices()
    },
  },
})
