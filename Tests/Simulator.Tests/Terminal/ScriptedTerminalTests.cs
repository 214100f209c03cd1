namespace Simulator.Terminal;

public class ScriptedTerminalTests
{
    private static void Show(ScriptedTerminal terminal, string text)
    {
        var canvas = new Canvas(terminal.Size);
        canvas.Write(0, 0, text);
        terminal.Draw(canvas);
        canvas.Fill(canvas.Region, '#');
    }

    [Fact]
    public void Should_play_the_inputs_and_then_the_end()
    {
        using var terminal = new ScriptedTerminal([new KeyPressed(Key.Of('l')), new Interrupted(143)], new Size(4, 1));
        terminal.Read().ShouldBe(new KeyPressed(Key.Of('l')));
        terminal.TryRead(TimeSpan.Zero, out _).ShouldBeFalse();
        terminal.Read().ShouldBe(new Interrupted(143));
        terminal.Read().ShouldBe(new EndOfInput());
        terminal.Read().ShouldBe(new EndOfInput());
    }

    [Fact]
    public void Should_keep_every_frame_as_it_was_drawn()
    {
        using var terminal = new ScriptedTerminal([new Resized(new Size(6, 2))], new Size(4, 1));
        Show(terminal, "first");
        terminal.Read();
        Show(terminal, "second");
        terminal.Frames.Select(frame => (frame.After, frame.Text)).ShouldBe([(null, "firs"), (new Resized(new Size(6, 2)), "second\n")]);
        terminal.Frames[0].Canvas.ToText().ShouldBe("firs");
    }
}
