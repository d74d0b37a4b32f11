/** A sheet from below for one question or a choice. Closes by its cross, the shade, or the page. */
Component({
  options: { multipleSlots: true },
  properties: { open: Boolean, title: String },
  methods: {
    visible(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!event.detail.visible) this.close()
    },
    close() {
      this.triggerEvent('close')
    },
  },
})
