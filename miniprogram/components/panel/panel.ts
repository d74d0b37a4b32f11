/** Nothing here yet: says so in one sentence and what to do. */
Component({
  properties: {
    icon: { type: String, value: 'task' },
    title: String,
    text: String,
    action: String,
  },
  methods: {
    act() {
      this.triggerEvent('act')
    },
  },
})
