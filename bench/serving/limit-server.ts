import Fastify from 'fastify';

/** The least that a server can do: Fastify answering a constant string of as many bytes as the path says. */
const texts = new Map<string, string>();
const app = Fastify();
app.get<{ Params: { bytes: string } }>('/:bytes', ({ params: { bytes } }, reply) => {
  let text = texts.get(bytes);
  if (text === undefined) {
    text = `{"data":"${'x'.repeat(Math.max(0, Number(bytes) - 11))}"}`;
    texts.set(bytes, text);
  }
  return reply.header('content-type', 'application/json; charset=utf-8').send(text);
});
await app.listen({ host: '127.0.0.1', port: Number(process.argv[2]) });
