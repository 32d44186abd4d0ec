import { z } from 'zod'

const schema = z.object({
  DATABASE_URL: z.url(),
  /** Where the web server keeps its pictures; relative paths are as seen from the web app. */
  PICTURE_DIR: z.string().min(1),
})

/** What drawing pictures ahead needs to know. */
export const readPictureEnvironment = (): z.infer<typeof schema> => schema.parse(process.env)
