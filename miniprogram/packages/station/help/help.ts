import { keptMe, me } from '../../../services/account'
import { readCache } from '../../../services/cache'
import type { ListedCase } from '../../../services/case'
import { allItems } from '../../../services/catalog'
import { closeDraft, keepForm, openDraft } from '../../../services/drafts'
import type { Draft } from '../../../services/drafts'
import { go } from '../../../services/navigate'
import { page } from '../../../services/page'
import { canHandIn } from '../../../shared/matter-words'
import { checkPerson, EMPTY_PERSON } from '../../../shared/person-form'
import type { PersonForm } from '../../../shared/person-form'
import { HELPED_KEY, helpedPeople } from '../people'
import { beginHandIn, beginVisit } from './hand-over'

const MOST_ITEMS = 5
const DRAFT = 'help'

interface Matter {
  readonly code: string
  readonly name: string
  /** It can be handed in without coming. */
  readonly handIn: boolean
}

interface HelpForm {
  readonly person: PersonForm
  readonly matters: readonly Matter[]
}

const EMPTY: HelpForm = { person: { ...EMPTY_PERSON, by: 'agent' }, matters: [] }

/** 帮人办事: whose matter, which matter; then on to handing in or to booking, with both filled in. */
page({
  data: {
    way: 'submit' as 'submit' | 'book',
    village: '',
    form: EMPTY,
    errors: {},
    matterError: '',
    people: [] as string[],
    choosing: false,
  },
  methods: {
    async onLoad({ way = '', name = '' }: { way?: string; name?: string }) {
      const account = (keptMe() ?? (await me().catch(() => null)))?.account
      const village = account?.staff?.villageId ?? ''
      const { form } = this.draft()
      const wanted = decodeURIComponent(name)
      const person = { ...form.person, villageId: form.person.villageId || village }
      this.setData({
        way: way === 'book' ? 'book' : 'submit',
        village,
        people: helpedPeople(readCache<ListedCase[]>(HELPED_KEY)?.data ?? [])
          .slice(0, 6)
          .map((one) => one.name),
        form: { ...form, person: wanted ? { ...person, name: wanted } : person },
      })
    },
    draft(): Draft<HelpForm> {
      return openDraft(DRAFT, EMPTY)
    },
    keep(form: HelpForm) {
      keepForm(DRAFT, this.draft(), form)
      this.setData({ form, errors: {}, matterError: '' })
    },
    changePerson(event: WechatMiniprogram.CustomEvent<PersonForm>) {
      this.keep({ ...this.data.form, person: event.detail })
    },
    pickPerson(event: WechatMiniprogram.TouchEvent) {
      const name = String(event.currentTarget.dataset.name)
      this.keep({ ...this.data.form, person: { ...this.data.form.person, name } })
    },
    addMatter() {
      this.setData({ choosing: true })
    },
    closeItems() {
      this.setData({ choosing: false })
    },
    async itemChosen(event: WechatMiniprogram.CustomEvent<{ code: string }>) {
      this.setData({ choosing: false })
      const item = (await allItems().catch(() => [])).find(({ code }) => code === event.detail.code)
      if (!item) return
      const matter = { code: item.code, name: item.name, handIn: canHandIn(item.mode) }
      const others = this.data.form.matters.filter(({ code }) => code !== item.code)
      this.keep({ ...this.data.form, matters: [...others, matter].slice(-MOST_ITEMS) })
    },
    removeMatter(event: WechatMiniprogram.TouchEvent) {
      const matters = this.data.form.matters.filter(
        ({ code }) => code !== event.currentTarget.dataset.code,
      )
      this.keep({ ...this.data.form, matters })
    },
    /** True when person and matter are there; else says what is missing. */
    complete(): boolean {
      const { form } = this.data
      const errors = checkPerson(form.person)
      const matterError = form.matters.length === 0 ? '还没选办什么事' : ''
      this.setData({ errors, matterError })
      return Object.keys(errors).length === 0 && !matterError
    },
    book() {
      if (!this.complete()) return
      const { form, village } = this.data
      const codes = form.matters.map(({ code }) => code)
      this.go(beginVisit(form.person, codes, village))
    },
    submit() {
      if (!this.complete()) return
      const { form } = this.data
      const [first, second] = form.matters
      if (second) return this.setData({ matterError: '交件一件一件交，先留一件' })
      if (!first?.handIn) {
        return this.setData({ matterError: '这件要本人到场，替他约个号' })
      }
      this.go(beginHandIn(form.person, first.code))
    },
    go(url: string) {
      closeDraft(DRAFT)
      go(url)
    },
  },
})
