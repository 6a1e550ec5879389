import Anthropic from '@anthropic-ai/sdk';
const anthropic = new Anthropic();
const tools = [{ name: "get weather", description: "d", input_schema: { type: "object" as const, properties: {} } }];
const message = await anthropic.messages.create({
  model: "claude-haiku-4-5", max_tokens: 10, tools,
  messages: [{ role: "user", content: "Hello" }],
});
const s = anthropic.beta.messages.stream({ model: "claude-haiku-4-5", max_tokens: 10, betas: ["files-api-2025-04-14"], messages: [{role:'user', content:'x'}] })
