import { register, rememberedPhone } from '../../../services/account'
import { act, actState } from '../../../services/act'
import { home } from '../../../services/catalog'
import { closeDraft, keepForm, openDraft } from '../../../services/drafts'
import { pageState } from '../../../services/load'
import { whoAndWhere } from '../../../services/me-state'
import { EMPTY_PERSON, NO_ERRORS, checkPerson, contactOf } from '../../../shared/person-form'
import type { PersonForm } from '../../../shared/person-form'
import { goBack } from '../../../services/navigate'
import { page } from '../../../services/page'

const DRAFT = 'register'

const WHY: Readonly<Record<string, string>> = {
  book: '登记一次，就回去接着约，选的都留着。',
  submit: '登记一次，就回去接着交，填的都留着。',
}

/** 登记: only a name, a village and how to be reached; asked only when it is needed. */
page({
  data: {
    ...pageState(),
    ...actState(),
    why: '只要姓名和村。身份证号不用填。',
    form: EMPTY_PERSON,
    errors: NO_ERRORS,
    consent: false,
    consentMissing: false,
    phone: '',
    station: '',
  },
  methods: {
    onLoad({ why = '' }: { why?: string }) {
      const { form } = openDraft<PersonForm>(DRAFT, EMPTY_PERSON)
      const who = whoAndWhere()
      const known = {
        name: form.name || (who.registered ? who.name : ''),
        villageId: form.villageId || who.homeVillageId || who.villageId,
        phone: form.phone || rememberedPhone(),
      }
      this.setData({ form: { ...form, ...known }, why: WHY[why] ?? this.data.why })
      home().then(
        ({ township }) =>
          this.setData({ phone: township.station.phone, station: township.station.name }),
        () => undefined,
      )
    },
    change(event: WechatMiniprogram.CustomEvent<PersonForm>) {
      this.setData({ form: event.detail, errors: NO_ERRORS })
      keepForm(DRAFT, openDraft(DRAFT, EMPTY_PERSON), event.detail)
    },
    toggleConsent() {
      this.setData({ consent: !this.data.consent, consentMissing: false })
    },
    async save() {
      const { form, consent } = this.data
      const errors = checkPerson(form)
      this.setData({ errors, consentMissing: !consent })
      if (Object.keys(errors).length > 0 || !consent) return
      const { requestId } = openDraft(DRAFT, EMPTY_PERSON)
      const words = { failed: '没登记上', kept: '您填的都在', again: '再登记一次', leaves: true }
      const account = await act(this, words, () =>
        register({
          name: form.name.trim(),
          villageId: form.villageId,
          contact: contactOf(form),
          consent: true,
          requestId,
        }),
      )
      if (!account) {
        // Nothing was stored when it was refused, so what is corrected is a new request.
        if (this.data.trouble?.code !== 'OFFLINE') this.renewDraft(form)
        return
      }
      closeDraft(DRAFT)
      goBack('/pages/mine/mine')
    },
    renewDraft(form: PersonForm) {
      closeDraft(DRAFT)
      keepForm(DRAFT, openDraft(DRAFT, EMPTY_PERSON), form)
    },
    closeTrouble() {
      this.setData({ trouble: null })
    },
  },
})
