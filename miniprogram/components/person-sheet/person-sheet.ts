import { changeFamily, family } from '../../services/account'
import type { FamilyMember } from '../../services/account'
import { newRequestId } from '../../services/request-id'
import { checkPerson, EMPTY_PERSON, NO_ERRORS, RELATIONS } from '../../shared/person-form'
import type { PersonForm } from '../../shared/person-form'

/** For whom: oneself, family that was written down before, or somebody else by name and village. */
Component({
  properties: {
    open: Boolean,
    title: { type: String, value: '替谁办？' },
    /** Name of the person who holds the phone; empty when nobody is registered. */
    self: String,
    value: { type: Object, value: null as unknown as object },
    village: String,
  },
  data: {
    other: false,
    form: EMPTY_PERSON,
    errors: NO_ERRORS,
    family: [] as FamilyMember[],
    relations: RELATIONS,
    relation: '',
  },
  observers: {
    open(open: boolean) {
      if (!open) return
      const value = this.data.value as PersonForm | null
      const form = value ?? { ...EMPTY_PERSON, by: 'agent' as const, villageId: this.data.village }
      this.setData({
        other: value !== null || !this.data.self,
        form,
        errors: NO_ERRORS,
        relation: '',
      })
      if (this.data.self) void this.showFamily()
    },
  },
  methods: {
    async showFamily() {
      try {
        this.setData({ family: await family() })
      } catch {
        // the form below does without
      }
    },
    close() {
      this.triggerEvent('close')
    },
    chooseSelf() {
      this.triggerEvent('choose', { person: null })
    },
    chooseMember(event: WechatMiniprogram.TouchEvent) {
      const member = this.data.family.find(({ id }) => id === event.currentTarget.dataset.id)
      if (!member) return
      const { name, villageId } = member
      this.triggerEvent('choose', { person: { name, villageId, by: 'relative', phone: '' } })
    },
    chooseOther() {
      this.setData({ other: true })
    },
    change(event: WechatMiniprogram.CustomEvent<PersonForm>) {
      this.setData({ form: event.detail, errors: NO_ERRORS })
    },
    pickRelation(event: WechatMiniprogram.TouchEvent) {
      const picked = String(event.currentTarget.dataset.relation)
      this.setData({ relation: picked === this.data.relation ? '' : picked })
    },
    done() {
      const { form, relation, self } = this.data
      const errors = checkPerson(form)
      this.setData({ errors })
      if (Object.keys(errors).length > 0) return
      if (relation && self) this.remember(form, relation)
      this.triggerEvent('choose', { person: form })
    },
    /** A convenience for next time: when it fails, nothing is lost but that. */
    remember({ name, villageId }: PersonForm, relation: string) {
      const add = { name: name.trim(), villageId, relation }
      void changeFamily({ add, requestId: newRequestId() }).catch(() => undefined)
    },
  },
})
