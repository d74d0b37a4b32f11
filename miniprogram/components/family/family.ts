import { changeFamily, family } from '../../services/account'
import type { FamilyMember } from '../../services/account'
import { act, actState } from '../../services/act'
import { home } from '../../services/catalog'
import { closeDraft, keepForm, openDraft } from '../../services/drafts'
import { initial } from '../../shared/matter-words'
import { checkPerson, EMPTY_PERSON, NO_ERRORS, RELATIONS } from '../../shared/person-form'
import type { PersonForm } from '../../shared/person-form'

interface Row {
  readonly id: string
  readonly name: string
  readonly initial: string
  readonly line: string
}

interface Addition {
  person: PersonForm
  relation: string
}

const ADDING = 'family'
/** Nothing is sent to them, so nobody asks for a phone. */
const EMPTY: Addition = { person: { ...EMPTY_PERSON, by: 'agent' }, relation: '' }

/** 我家里人: written down once; booking and handing in offer them by name. */
Component({
  properties: {
    /** The village that most of them live in. */
    village: String,
  },
  data: {
    ...actState(),
    rows: [] as Row[],
    known: false,
    adding: false,
    form: EMPTY,
    errors: NO_ERRORS,
    relationError: '',
    relations: RELATIONS,
    removing: null as Row | null,
    tried: '' as '' | 'add' | 'remove',
  },
  lifetimes: {
    attached() {
      void this.refresh()
    },
  },
  pageLifetimes: {
    show() {
      void this.refresh()
    },
  },
  methods: {
    async refresh() {
      try {
        await this.show(await family())
      } catch {
        // the row to add somebody stands anyway
      }
    },
    async show(members: readonly FamilyMember[]) {
      const villages = (await home().catch(() => null))?.villages ?? []
      const nameOf = (id: string) => villages.find((village) => village.id === id)?.name ?? ''
      const rows = members.map(({ id, name, relation, villageId }) => ({
        id,
        name,
        initial: initial(name),
        line: [relation, nameOf(villageId)].filter(Boolean).join('，'),
      }))
      this.setData({ rows, known: true })
    },
    openAdd() {
      const { form } = openDraft(ADDING, EMPTY)
      const villageId = form.person.villageId || this.data.village
      this.setData({
        adding: true,
        form: { ...form, person: { ...form.person, villageId } },
        errors: NO_ERRORS,
        relationError: '',
      })
    },
    closeAdd() {
      this.setData({ adding: false })
    },
    keep(part: Partial<Addition>) {
      const form = { ...this.data.form, ...part }
      keepForm(ADDING, openDraft(ADDING, EMPTY), form)
      this.setData({ form, errors: NO_ERRORS, relationError: '' })
    },
    changePerson(event: WechatMiniprogram.CustomEvent<PersonForm>) {
      this.keep({ person: event.detail })
    },
    pickRelation(event: WechatMiniprogram.TouchEvent) {
      this.keep({ relation: String(event.currentTarget.dataset.relation) })
    },
    async add() {
      const { person, relation } = this.data.form
      const errors = checkPerson(person)
      const relationError = relation ? '' : '还没选是您的谁'
      this.setData({ errors, relationError, tried: 'add' })
      if (Object.keys(errors).length > 0 || relationError) return
      const { requestId } = openDraft(ADDING, EMPTY)
      const words = { failed: '没记下', kept: '您写的都在', again: '再记一次' }
      const add = { name: person.name.trim(), villageId: person.villageId, relation }
      const members = await act(this, words, () => changeFamily({ add, requestId }))
      if (!members) return this.refused()
      closeDraft(ADDING)
      this.setData({ adding: false })
      await this.show(members)
    },
    /** Nothing was stored when it was refused, so what is corrected is a new request. */
    refused() {
      if (this.data.trouble?.code === 'OFFLINE') return
      closeDraft(ADDING)
      this.keep({})
    },
    askRemove(event: WechatMiniprogram.TouchEvent) {
      const { id } = event.currentTarget.dataset
      this.setData({ removing: this.data.rows.find((row) => row.id === id) ?? null })
    },
    closeRemove() {
      this.setData({ removing: null })
    },
    async remove() {
      const { removing } = this.data
      if (!removing) return
      this.setData({ tried: 'remove' })
      const name = `family:${removing.id}`
      const { requestId } = openDraft(name, {})
      const words = { failed: '没去掉', kept: '什么都没丢', again: '再去掉一次' }
      const members = await act(this, words, () => changeFamily({ remove: removing.id, requestId }))
      if (!members) return
      closeDraft(name)
      this.setData({ removing: null })
      await this.show(members)
    },
    again() {
      void (this.data.tried === 'remove' ? this.remove() : this.add())
    },
    closeTrouble() {
      this.setData({ trouble: null })
    },
  },
})
