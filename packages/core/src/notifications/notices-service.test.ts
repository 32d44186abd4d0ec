import { expect, test } from 'vitest'
import { createNoticesService } from './notices-service'

test("staff who read the post box do not get the secret of a guest's order", async () => {
  const body = 'It is set aside.\n\nhttps://shop.example/orders/48211?token=s3cr%2Bet-of_the.order&from=mail'
  const service = createNoticesService({
    orders: { byNumber: async (number) => ({ ok: false, error: { code: 'ORDER_NOT_FOUND', number } }) },
    store: { ofOrder: async () => [], ofUser: async () => [] },
    caught: async () => [{ messageId: '<1@x>', to: 'a@b.example', subject: 's', body, atMs: 0 }],
  })
  const [mail] = await service.caught(10)
  expect(mail?.body).toBe('It is set aside.\n\nhttps://shop.example/orders/48211?token=(hidden)&from=mail')
})
