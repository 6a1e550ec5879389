"""What each shell runs to complete `why400`: it asks the installed command, so that the words are always those of its version.

The command prints a candidate a line, `WORD<tab>DESCRIPTION`, and `:files` where a file's name fits. Each word up to the cursor is handed over
behind a colon: so none looks like an option of the command itself, and an empty one reaches it from every shell.
"""

BASH = """\
# bash completion of why400: eval "$(why400 completion bash)"
_why400() {
    local line
    local -a words=("${COMP_WORDS[@]:1:COMP_CWORD}")
    COMPREPLY=()
    while IFS= read -r line; do
        if [[ $line != :files ]]; then COMPREPLY+=("${line%%$'\\t'*}"); fi
    done < <("$1" completion --complete "${words[@]/#/:}" 2>/dev/null)
}
complete -o bashdefault -o default -F _why400 why400
"""

ZSH = """\
#compdef why400
# zsh completion of why400: source <(why400 completion zsh), after compinit
_why400() {
    local line files
    local -a found
    for line in "${(@f)$("${words[1]}" completion --complete "${(@)words[2,CURRENT]/#/:}" 2>/dev/null)}"; do
        if [[ $line == :files ]]; then files=1
        elif [[ $line == *$'\\t'* ]]; then found+=("${${line%%$'\\t'*}//:/\\\\:}:${line#*$'\\t'}")
        elif [[ -n $line ]]; then found+=("${line//:/\\\\:}")
        fi
    done
    (( $#found )) && _describe -V why400 found
    [[ -n $files ]] && _files
}
if [[ $funcstack[1] == _why400 ]]; then _why400 "$@"; else compdef _why400 why400; fi
"""

FISH = """\
# fish completion of why400: why400 completion fish | source
function __why400_complete
    set -l typed (commandline -opc)
    set -l current (commandline -ct)
    for line in ($typed[1] completion --complete ":"$typed[2..] ":$current" 2>/dev/null)
        if test "$line" = :files
            __fish_complete_path "$current"
        else
            echo $line
        end
    end
end
complete -c why400 -f -a '(__why400_complete)'
"""

POWERSHELL = """\
# PowerShell completion of why400: why400 completion powershell | Out-String | Invoke-Expression
# Where nothing is printed, PowerShell completes the names of files.
Register-ArgumentCompleter -Native -CommandName why400 -ScriptBlock {
    param($word, $line, $cursor)
    $typed = @($line.CommandElements | Select-Object -Skip 1 | Where-Object { $_.Extent.EndOffset -lt $cursor } | ForEach-Object { ":$_" })
    & $line.CommandElements[0].ToString() completion --complete @typed ":$word" 2>$null | Where-Object { $_ -ne ':files' } | ForEach-Object {
        $name, $about = $_ -split "`t", 2
        if (-not $about) { $about = $name }
        [System.Management.Automation.CompletionResult]::new($name, $name, 'ParameterValue', $about)
    }
}
"""

SCRIPTS = {"bash": BASH, "zsh": ZSH, "fish": FISH, "powershell": POWERSHELL}
