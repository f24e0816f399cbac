# One image for both processes: the API (the default) and the worker (`node --import tsx worker/main.ts`).
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build
RUN npm prune --omit=dev --no-audit --no-fund

FROM node:24-slim
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates && rm -rf /var/lib/apt/lists/*
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 DATA_DIR=/app/.baton WORKFLOW_BUNDLE=/app/dist/workflow-bundle.js
COPY --from=build /app /app
RUN mkdir -p .baton && chown node:node .baton
USER node
EXPOSE 3000
# Node itself is process 1 and takes SIGTERM: no npm or shell in between.
CMD ["node", "--import", "tsx", "api/main.ts"]
