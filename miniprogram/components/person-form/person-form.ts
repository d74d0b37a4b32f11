import { home } from '../../services/catalog'
import { CONTACT_WAYS, EMPTY_PERSON } from '../../shared/person-form'
import type { PersonErrors, PersonForm } from '../../shared/person-form'

/** Name, village, how to be reached. `change` tells the whole form after every key. */
Component({
  properties: {
    value: { type: Object, value: EMPTY_PERSON },
    errors: { type: Object, value: {} },
    /** The words before each field. */
    nameLabel: { type: String, value: '姓名' },
    /** Only name and village: nobody is to be told anything. */
    short: Boolean,
  },
  data: {
    villages: [] as { id: string; name: string }[],
    village: '',
    picking: false,
    ways: CONTACT_WAYS,
  },
  lifetimes: {
    attached() {
      home().then(
        ({ villages }) => {
          this.setData({ villages: villages.map(({ id, name }) => ({ id, name })) })
          this.nameVillage()
        },
        () => undefined,
      )
    },
  },
  observers: {
    'value.villageId'() {
      this.nameVillage()
    },
    errors(errors: PersonErrors) {
      if (errors.villageId) this.setData({ picking: true })
    },
  },
  methods: {
    nameVillage() {
      const { villageId } = this.data.value
      const village = this.data.villages.find(({ id }) => id === villageId)?.name ?? ''
      if (village !== this.data.village) this.setData({ village })
    },
    change(part: Partial<PersonForm>) {
      this.triggerEvent('change', { ...this.data.value, ...part })
    },
    typeName(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.change({ name: event.detail.value })
    },
    typePhone(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.change({ phone: event.detail.value })
    },
    pickVillage() {
      this.setData({ picking: !this.data.picking })
    },
    villagePicked(event: WechatMiniprogram.TouchEvent) {
      this.setData({ picking: false })
      this.change({ villageId: String(event.currentTarget.dataset.id) })
    },
    pickWay(event: WechatMiniprogram.TouchEvent) {
      this.change({ by: event.currentTarget.dataset.by as PersonForm['by'] })
    },
  },
})
