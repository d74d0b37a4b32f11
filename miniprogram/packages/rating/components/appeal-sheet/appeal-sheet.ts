/** 申诉, or the answer to one: what is recorded stays either way. Sends `AppealForm`. */
Component({
  properties: {
    /** `appeal`, `judge`, or empty while it is closed. */
    mode: { type: String, value: '' },
    busy: Boolean,
  },
  data: {
    options: [
      { key: 'stands', text: '维持' },
      { key: 'withdrawn', text: '撤销' },
    ],
    choice: '',
    text: '',
    error: '',
  },
  observers: {
    mode() {
      this.setData({ choice: '', text: '', error: '' })
    },
  },
  methods: {
    choose(event: WechatMiniprogram.CustomEvent<{ key: string }>) {
      this.setData({ choice: event.detail.key, error: '' })
    },
    type(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ text: event.detail.value, error: '' })
    },
    close() {
      this.triggerEvent('close')
    },
    send() {
      const { mode, choice, text } = this.data
      const written = text.trim()
      const error =
        mode === 'judge' && !choice
          ? '先选维持还是撤销'
          : !written
            ? '还没写'
            : written.length > 500
              ? `写了${String(written.length)}个字，最多500个`
              : ''
      if (error) {
        this.setData({ error })
        return
      }
      const stands = mode === 'judge' ? choice === 'stands' : null
      this.triggerEvent('send', { text: written, stands })
    },
  },
})
