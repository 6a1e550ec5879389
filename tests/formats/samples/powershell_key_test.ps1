# Test the key
$apiKey = "YOUR_API_KEY_HERE"

$headers = @{
    "Content-Type" = "application/json"
    "x-api-key" = $env:ANTHROPIC_API_KEY
    "anthropic-version" = "2023-06-01"
}

$body = @{
    model = "claude-haiku-4-5"
    max_tokens = 10
    messages = @(
        @{
            role = "usr"
            content = "Hi"
        }
    )
} | ConvertTo-Json

try {
    $response = Invoke-WebRequest -Uri "https://api.anthropic.com/v1/messages" -Method Post -Headers $headers -Body $body
    Write-Host "✅ Success! Status: $($response.StatusCode)" -ForegroundColor Green
} catch {
    Write-Host "❌ Error: $($_.Exception.Message)"
}
