/** One yes or no that is asked for apart, never ticked beforehand. */
Component({
  properties: { on: Boolean, text: String, note: String },
  methods: {
    toggle() {
      this.triggerEvent('change', { on: !this.data.on })
    },
  },
})
