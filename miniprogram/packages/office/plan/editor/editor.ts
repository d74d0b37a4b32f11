/**
 * One template as a form. Every tap is an `edit` with `{what, value, index, side}`; what it does is
 * the page's.
 */
Component({
  properties: {
    /** A `TemplateForm` of ../view. */
    form: { type: Object, value: null as unknown as object },
  },
  methods: {
    /** A choice, a typed name, a stretch that changed or went: all say what they are about. */
    tell(event: WechatMiniprogram.CustomEvent<Record<string, unknown>>) {
      const { what, value } = event.currentTarget.dataset as { what: string; value?: string }
      this.triggerEvent('edit', { ...event.detail, ...(value ? { value } : {}), what })
    },
    addSession() {
      this.triggerEvent('edit', { what: 'addSession' })
    },
    dropSession(event: WechatMiniprogram.CustomEvent<{ index: number }>) {
      this.triggerEvent('edit', { what: 'dropSession', ...event.detail })
    },
    addBreak() {
      this.triggerEvent('edit', { what: 'addBreak' })
    },
    dropBreak(event: WechatMiniprogram.CustomEvent<{ index: number }>) {
      this.triggerEvent('edit', { what: 'dropBreak', ...event.detail })
    },
  },
})
