import { keptMe, me } from '../../../services/account'
import { actState } from '../../../services/act'
import { call } from '../../../services/call'
import { load, loadMore, pageState } from '../../../services/load'
import { page } from '../../../services/page'
import { takePhoto, uploadPhoto } from '../../../services/upload'
import { spokenDate } from '../../../shared/dates'
import type { Check } from '../calls'
import { send, sendAgain } from '../send'

type Key =
  'place' | 'sign' | 'rules' | 'ledger' | 'telephone' | 'computer' | 'noticeBoard' | 'agent'

const HAVES: readonly { readonly key: Key; readonly text: string }[] = [
  { key: 'place', text: '场所' },
  { key: 'sign', text: '牌子' },
  { key: 'rules', text: '制度' },
  { key: 'ledger', text: '台账' },
  { key: 'telephone', text: '电话' },
  { key: 'computer', text: '电脑' },
  { key: 'noticeBoard', text: '公示栏' },
  { key: 'agent', text: '代办员' },
]

const cardOf = (check: Check) => ({
  ...check,
  title: check.missing.length > 0 ? `缺${check.missing.join('、')}` : '八样都有',
  line: `${check.placeName}，${spokenDate(check.on)}，${check.inspector}查的`,
  due: check.fixBy && check.state === 'fixing' ? `最晚${spokenDate(check.fixBy)}改好` : '',
})

/** 村室八有: whoever inspects ticks what is there; the agent reports what was put right. */
page({
  data: {
    ...pageState(),
    ...actState(),
    inspects: false,
    choosing: false,
    village: null as { id: string; name: string } | null,
    haves: HAVES.map((have) => ({ ...have, there: true })),
    note: '',
    photo: '',
    cards: [] as ReturnType<typeof cardOf>[],
    next: null as string | null,
    /** The check that is being answered, and with what. */
    answering: null as { id: string; action: string } | null,
    answer: '',
    error: '',
  },
  methods: {
    onLoad() {
      void this.refresh()
    },
    async refresh() {
      const account = (keptMe() ?? (await me().catch(() => null)))?.account
      const inspects = account?.roles.some((role) => role === 'leader' || role === 'supervisor')
      this.setData({ inspects: inspects ?? false })
      await load(this, {
        key: 'checks',
        fetch: () => call('office', 'venueChecks', {}),
        show: ({ checks, next }) => this.setData({ cards: checks.map(cardOf), next }),
      })
    },
    async more() {
      const { cards, next } = this.data
      if (!next) return
      await loadMore(this, async () => {
        const answer = await call('office', 'venueChecks', { cursor: next })
        return { cards: [...cards, ...answer.checks.map(cardOf)], next: answer.next }
      })
    },
    chooseVillage() {
      this.setData({ choosing: true })
    },
    villageChosen(event: WechatMiniprogram.CustomEvent<{ id: string; name: string }>) {
      this.setData({ village: event.detail, choosing: false, error: '' })
    },
    closeVillages() {
      this.setData({ choosing: false })
    },
    toggle(event: WechatMiniprogram.TouchEvent) {
      const { key } = event.currentTarget.dataset as { key: Key }
      this.setData({
        haves: this.data.haves.map((have) =>
          have.key === key ? { ...have, there: !have.there } : have,
        ),
      })
    },
    typeNote(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ note: event.detail.value })
    },
    async takePhoto() {
      const photo = await takePhoto()
      if (photo) this.setData({ photo: photo.path })
    },
    async save() {
      const { village, haves, note, photo } = this.data
      if (!village) return this.setData({ error: '先选查的是哪个村' })
      const there = Object.fromEntries(haves.map((have) => [have.key, have.there]))
      await send(
        this,
        async (requestId) =>
          call('office', 'venueCheck', {
            placeId: village.id,
            haves: there as Record<Key, boolean>,
            note,
            fileId: photo ? await uploadPhoto(photo) : undefined,
            requestId,
          }),
        () => {
          const all = this.data.haves.map((have) => ({ ...have, there: true }))
          this.setData({ village: null, note: '', photo: '', haves: all })
          void wx.showToast({ title: '记下了', icon: 'none' })
          return this.refresh()
        },
      )
    },
    answer(event: WechatMiniprogram.TouchEvent) {
      const { id, action } = event.currentTarget.dataset as { id: string; action: string }
      this.setData({ answering: { id, action }, answer: '', error: '' })
    },
    typeAnswer(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ answer: event.detail.value, error: '' })
    },
    async sendAnswer() {
      const { answering, answer: text } = this.data
      if (!answering) return
      const { id, action } = answering
      if (!text.trim() && action !== 'passVenue') return this.setData({ error: '写一句就行' })
      await send(
        this,
        (requestId) =>
          action === 'fixVenue'
            ? call('office', 'fixVenue', { id, text, requestId })
            : call('office', 'reviewVenue', { id, pass: action === 'passVenue', text, requestId }),
        () => {
          this.setData({ answering: null })
          return this.refresh()
        },
      )
    },
    closeAnswer() {
      this.setData({ answering: null })
    },
    async showPhoto(event: WechatMiniprogram.TouchEvent) {
      const { url } = await call('office', 'venuePhoto', {
        id: String(event.currentTarget.dataset.id),
      })
      if (url) wx.previewImage({ urls: [url], fail: () => undefined })
    },
    again() {
      sendAgain(this)
    },
    closeTrouble() {
      this.setData({ trouble: null })
    },
  },
})
