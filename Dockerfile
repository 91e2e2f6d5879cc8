# Giftline's web or worker process, for docker-compose.yml: with a PostgreSQL of your own (DATABASE_URL).
# On a single machine you need none of this: `npm start` brings everything along.

FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
# No install scripts and no optional packages: Node is in the image and PostgreSQL has a container of its own.
# Some npm versions refuse `ci` over other platforms' optional packages; `install --no-save` takes the same locked versions.
RUN npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund \
  || npm install --no-save --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund
COPY prisma prisma
# Prisma would download an engine that generating does not use; /bin/true stands in for it.
RUN PRISMA_SCHEMA_ENGINE_BINARY=/bin/true CHECKPOINT_DISABLE=1 \
  node node_modules/prisma/build/index.js generate --schema prisma/schema.prisma

FROM node:24-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/server/store/generated server/store/generated
COPY package.json LICENSE ./
COPY prisma prisma
COPY sms sms
COPY kiosk kiosk
COPY server server
COPY scripts/backup.ts scripts/cards.ts scripts/organizer.ts scripts/panic.ts scripts/restore.ts scripts/rotate-key.ts scripts/text.ts scripts/twilio-setup.ts scripts/
# What the lexicon says is learnt once; a start reads it back.
RUN node --input-type=module -e "(await import('./server/knowledge.ts')).loadKnowledge(null)"
USER node
EXPOSE 8080
# Node itself, not npm: it must hear SIGTERM, so that it can finish what is in hand.
# Less room for what is young, which saves memory.
CMD ["node", "--max-semi-space-size=4", "server/main.ts"]
