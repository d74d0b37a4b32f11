import { keptMe, me } from '../../../services/account'
import { act, actState } from '../../../services/act'
import { downloaded } from '../../../services/bulletin'
import { call } from '../../../services/call'
import { showDocument } from '../../../services/document'
import { load, pageState } from '../../../services/load'
import { page } from '../../../services/page'
import { newRequestId } from '../../../services/request-id'
import { businessDate } from '../../../shared/dates'
import { chosen, draw, typed } from '../../../shared/form/draw'
import type { DrawnField } from '../../../shared/form/draw'
import { checkAll, textOf } from '../../../shared/form/fields'
import type { Field, Values } from '../../../shared/form/fields'
import { exportedLines, exportFields, startOf } from './fields'

type Keyed<More> = WechatMiniprogram.CustomEvent<{ key: string } & More>

const WORDS = { failed: '没导出来', kept: '您选的都在', again: '再导一次' }

/** What is asked and answered; the template sees what `draw` makes of it. */
interface Form {
  fields: readonly Field[]
  values: Values
  /** Renewed when an answer changes: another question is another request. */
  requestId: string
}

/** 导出台账: which matters, masked or with a reason; opened as a spreadsheet; who took what before. */
page({
  data: {
    ...pageState(),
    ...actState(),
    fields: [] as DrawnField[],
    said: '',
    steps: [] as ReturnType<typeof exportedLines>,
  },
  methods: {
    async onLoad() {
      const account = (keptMe() ?? (await me().catch(() => null)))?.account
      const mayHaveNames = account?.roles.includes('supervisor') ?? false
      const form: Form = {
        fields: exportFields(mayHaveNames),
        values: startOf(businessDate(new Date())),
        requestId: newRequestId(),
      }
      Object.assign(this, { form_: form })
      this.draw({})
      await this.refresh()
    },
    form() {
      return (this as unknown as { form_: Form }).form_
    },
    async refresh() {
      await load(this, {
        key: 'console:exported',
        fetch: async () => (await call('supervision', 'exported', {})).exports,
        show: (exported: Parameters<typeof exportedLines>[0]) =>
          this.setData({ steps: exportedLines(exported) }),
      })
    },
    draw(errors: Readonly<Record<string, string>>) {
      const { fields, values } = this.form()
      this.setData({ fields: draw(fields, values, { fetched: {}, errors, others: {} }) })
    },
    write(key: string, value: Values[string]) {
      const form = this.form()
      form.values = { ...form.values, [key]: value }
      form.requestId = newRequestId()
      this.setData({ said: '' })
    },
    type({ detail: { key, text } }: Keyed<{ text: string }>) {
      this.write(key, typed({ kind: 'line' }, text))
      if (key !== 'reason') this.draw({})
    },
    choose({ detail: { key, choice } }: Keyed<{ choice: string }>) {
      this.write(key, chosen({ kind: 'yes' }, this.form().values[key], choice))
      this.draw({})
    },
    async take() {
      const { fields, values, requestId } = this.form()
      const errors = checkAll(fields, values)
      this.draw(errors)
      if (Object.keys(errors).length > 0) return
      const [from, to, reason] = [values.from, values.to, values.reason].map(textOf)
      const done = await act(this, WORDS, async () => {
        const made = await call('supervision', 'exportMatters', {
          from: from ?? '',
          to: to ?? '',
          ...(values.full === true && reason ? { reason } : {}),
          requestId,
        })
        await showDocument(downloaded(made.url), 'xlsx')
        return made
      })
      if (!done) return
      this.form().requestId = newRequestId()
      this.setData({ said: `${done.name}，${String(done.rows)}件。打开以后可以转发或者存下。` })
      await this.refresh()
    },
    closeTrouble() {
      this.setData({ trouble: null })
    },
  },
})
