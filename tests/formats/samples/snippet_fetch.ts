// Call Claude
const MODEL = 'claude-haiku-4-5';
export async function POST(request: NextRequest) {
    const response = await fetch("https://api.anthropic.com/v1/messages", {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        "x-api-key": apiKey!,
        "anthropic-version": "2023-06-01",
      },
      body: JSON.stringify({
        model: MODEL,
        max_tokens: 4_096,
        system: `You are
helpful`,
        temperature: undefined,
        messages: [{ role: "user" as const, content: 'it\'s' },  /* x */
          { role: "usr", content: [] }],
      }),
    });
    if (!response.ok) { return 1 }
}
