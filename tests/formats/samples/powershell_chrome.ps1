$session = New-Object Microsoft.PowerShell.Commands.WebRequestSession
$session.UserAgent = "Mozilla/5.0 (Windows NT 10.0; Win64; x64)"
Invoke-WebRequest -UseBasicParsing -Uri "https://api.anthropic.com/v1/messages" `
-Method "POST" `
-WebSession $session `
-Headers @{
"authority"="api.anthropic.com"
  "method"="POST"
  "path"="/v1/messages"
  "scheme"="https"
  "accept"="*/*"
  "anthropic-dangerous-direct-browser-access"="true"
  "anthropic-version"="2023-06-01"
  "x-api-key"="REDACTED"
} `
-ContentType "application/json" `
-Body ([System.Text.Encoding]::UTF8.GetBytes("{`"model`":`"claude-haiku-4-5`",`"max_tokens`":`"16`",`"messages`":[{`"role`":`"user`",`"content`":`"caf$([char]233) `$5`"}]}"))
