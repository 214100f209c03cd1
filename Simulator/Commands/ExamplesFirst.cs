using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Simulator.Terminal;

namespace Simulator.Commands;

/// <summary>Help that begins with examples, because they are what most readers look for.</summary>
internal sealed class ExamplesFirst(HelpAction standard, ImmutableArray<Example> ofProgram) : SynchronousCommandLineAction
{
    private const int Columns = 96;

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        TextWriter output = parseResult.InvocationConfiguration.Output;
        ImmutableArray<Example> examples = parseResult.CommandResult.Command is Verb verb ? verb.Examples : ofProgram;
        TextPage page = new(output, ascii: false, color: false);
        page.Line("Examples:");
        page.Table([.. examples.Select(example => (InkedText[])[new(example.CommandLine), new(example.Meaning)])], indent: 2);
        page.Line();
        standard.MaxWidth = Columns;
        return standard.Invoke(parseResult);
    }
}
