using System.Collections.Immutable;
using Simulator.Terminal;
using Simulator.Views;

namespace Simulator.App;

/// <summary>Runs the program on a terminal: reads, updates, draws, and does what the update asks for.</summary>
internal static class Loop
{
    /// <summary>Runs until the person leaves.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(ITerminal terminal, Model model)
    {
        model = model with { Size = terminal.Size };
        while (true)
        {
            terminal.Draw(ScreenView.Draw(model));
            Input input = terminal.Read();
            do
            {
                Message message;
                switch (input)
                {
                    case KeyPressed pressed:
                        message = new KeyTyped(pressed.Key);
                        break;
                    case Resized resized:
                        message = new SizeChanged(resized.Size);
                        break;
                    case Interrupted interrupted:
                        return interrupted.ExitCode;
                    default:
                        return 0;
                }

                (model, ImmutableArray<Effect> effects) = Update.Apply(model, message);
                foreach (Effect effect in effects)
                {
                    switch (effect)
                    {
                        case Exit exit:
                            return exit.Code;
                        case DrawAgain:
                            terminal.Invalidate();
                            break;
                    }
                }
            }
            while (terminal.TryRead(out input!));
        }
    }
}
