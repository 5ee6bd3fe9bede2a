# `product`: api, worker and migrate, which differ in their command only. `stand-ins`: what docker-compose.yml runs in place
# of storage accounts and a mail server. Both run as user node (1000) and write nowhere but in /tmp and /data.

FROM node:20.20.2-bookworm-slim AS base
WORKDIR /app
# The Temporal client trusts the system's authorities, and the slim image brings none.
RUN apt-get update \
 && apt-get install -y --no-install-recommends ca-certificates \
 && rm -rf /var/lib/apt/lists/*
COPY package.json package-lock.json ./

FROM base AS all-packages
RUN npm ci --no-audit --no-fund

FROM base AS production-packages
RUN npm ci --omit=dev --no-audit --no-fund

FROM all-packages AS build
COPY tsconfig.json tsconfig.build.json ./
COPY deploy/build.mjs deploy/
COPY src src
RUN npm run -s build

FROM base AS product
ENV NODE_ENV=production
COPY --from=production-packages /app/node_modules node_modules
COPY --from=build --chown=1000:1000 /app/dist dist
USER 1000:1000
CMD ["node", "dist/worker.js"]

FROM all-packages AS stand-ins
# A new volume takes over this folder's owner.
RUN install --directory --owner=node --group=node /data
VOLUME /data
USER 1000:1000
